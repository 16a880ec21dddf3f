using System.Collections.Frozen;
using System.Security.Cryptography;

namespace AcikKapi.Dashboard.Http;

/// <summary>Style and script, embedded in the program; their addresses hold a part of their hash, so that a browser may keep them for ever.</summary>
static class EmbeddedAssets
{
    const string Folder = "Pages/Assets/";

    sealed record Asset(byte[] Bytes, string Type, string Version);

    static readonly FrozenDictionary<string, Asset> All = Read();

    /// <summary>The address of a file of Pages/Assets.</summary>
    public static string At(string name) => $"{Routes.Root}/varlik/{All[name].Version}/{name}";

    public static IEnumerable<string> Names => All.Keys;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/varlik/{version}/{name}", IResult (string version, string name, HttpContext http) =>
        {
            if (!All.TryGetValue(name, out var asset) || asset.Version != version) return TypedResults.NotFound();
            http.Items[SecureHeaders.Cache] = "public, max-age=31536000, immutable";
            return TypedResults.Bytes(asset.Bytes, asset.Type);
        });

    static FrozenDictionary<string, Asset> Read()
    {
        var assembly = typeof(EmbeddedAssets).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Folder.Length..], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return new Asset(copy.ToArray(), Path.GetExtension(name) switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".svg" => "image/svg+xml",
                _ => "application/octet-stream",
            }, Convert.ToHexStringLower(SHA256.HashData(copy.ToArray()))[..16]);
        }, StringComparer.Ordinal);
    }
}
