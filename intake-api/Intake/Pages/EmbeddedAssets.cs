using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace AcikKapi.Intake.Pages;

/// <summary>
/// Styles, scripts and pictures, embedded in the program. Their addresses hold a part of their hash, so that a browser may keep them for
/// ever and never uses an old one beside a new page.
/// </summary>
static class EmbeddedAssets
{
    const string Folder = "Pages/Assets/";

    sealed record Asset(byte[] Bytes, string Type, string Version);

    static readonly FrozenDictionary<string, Asset> All = Read();

    /// <summary>The address of a file of Pages/Assets.</summary>
    public static string At(string name) => $"/varlik/{All[name].Version}/{name}";

    public static IEnumerable<string> Names => All.Keys;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/varlik/{version}/{name}", (string version, string name, HttpContext http) =>
            All.TryGetValue(name, out var asset) && asset.Version == version ? Answer(http, asset, "public, max-age=31536000, immutable") : TypedResults.NotFound()).ExcludeFromDescription();
        // A service worker rules the folder it lies in, and browsers look for these two at the root.
        routes.MapGet("/sw.js", (HttpContext http) => Answer(http, ServiceWorker.Value, "no-cache")).ExcludeFromDescription();
        routes.MapGet("/site.webmanifest", (HttpContext http) => Answer(http, Manifest.Value, "no-cache")).ExcludeFromDescription();
        routes.MapGet("/favicon.ico", (HttpContext http) => Answer(http, All["simge-64.png"], "public, max-age=86400")).ExcludeFromDescription();
    }

    static readonly Lazy<Asset> ServiceWorker = new(() => WithAddresses("sw.js"));
    static readonly Lazy<Asset> Manifest = new(() => WithAddresses("site.webmanifest"));

    /// <summary>A file that names others: {{name}} becomes their address, {{all}} the list of them.</summary>
    static Asset WithAddresses(string name)
    {
        var text = System.Text.Encoding.UTF8.GetString(All[name].Bytes);
        text = text.Replace("{{all}}", string.Join(",", Names.Where(n => n is not ("sw.js" or "site.webmanifest")).Order(StringComparer.Ordinal).Select(n => $"\"{At(n)}\"")), StringComparison.Ordinal);
        foreach (var other in Names) text = text.Replace($"{{{{{other}}}}}", At(other), StringComparison.Ordinal);
        return All[name] with { Bytes = System.Text.Encoding.UTF8.GetBytes(text) };
    }

    static IResult Answer(HttpContext http, Asset asset, string cache)
    {
        http.Items[Http.SecureHeaders.Cache] = cache;
        return TypedResults.Bytes(asset.Bytes, asset.Type);
    }

    static FrozenDictionary<string, Asset> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Folder.Length..], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return new Asset(copy.ToArray(), TypeOf(name), Convert.ToHexStringLower(SHA256.HashData(copy.ToArray()))[..16]);
        }, StringComparer.Ordinal);
    }

    static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    };
}
