using System.Security.Cryptography;
using System.Text;
using System.Xml;
using AcikKapi.Intake.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AcikKapi.Intake.Open311;

/// <summary>The arguments of one call, of its form and of its address: an empty one is none (GeoReport v2, "Optional Arguments").</summary>
public sealed class Call
{
    const string FormType = "application/x-www-form-urlencoded";
    const string Bearer = "Bearer ";

    readonly Dictionary<string, StringValues> arguments;

    Call(HttpRequest request, Dictionary<string, StringValues> form, byte[] hash)
    {
        (Request, Hash) = (request, hash);
        arguments = new Dictionary<string, StringValues>(form, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Query) arguments.TryAdd(name, values);
    }

    public HttpRequest Request { get; }

    /// <summary>Of all that was sent, by which a repetition is known.</summary>
    public byte[] Hash { get; }

    /// <summary>
    /// The name of an argument that holds what no XML can hold, NUL among it, which no PostgreSQL text can: a list that repeats it
    /// would be unreadable for good. Null where all can be written.
    /// </summary>
    public string? Unwritable => arguments.FirstOrDefault(a => !IsWritable(a.Key) || a.Value.Any(value => value is not null && !IsWritable(value))).Key;

    /// <summary>The key of the program that asks.</summary>
    public string? ApiKey => this["api_key"] ?? (Request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null);

    public string? this[string name] => Values(name).FirstOrDefault();

    public bool IsOn(string name) => this[name] is "true" or "1";

    /// <summary>By commas or as a repeated argument; null where it is not given.</summary>
    public string[]? List(string name)
    {
        var values = Values(name).ToList();
        return values.Count == 0 ? null : [.. values.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }

    /// <summary>attribute[code]=value; several as attribute[code][]=…, attribute[code][0]=… or separated by commas.</summary>
    public string[] Attribute(string code)
    {
        var name = $"attribute[{code}]";
        return [.. arguments.Keys.Where(k => k == name || k.StartsWith(name + "[", StringComparison.Ordinal)).SelectMany(Values)];
    }

    public static Call OfAddress(HttpRequest request) => new(request, [], []);

    /// <summary>Null where the body is no form.</summary>
    public static async Task<Call?> OfFormAsync(HttpRequest request, CancellationToken stop)
    {
        var body = await JsonBody.ReadBytesAsync(request, stop);
        var type = request.ContentType?.Split(';')[0].Trim() ?? FormType;
        return type.Equals(FormType, StringComparison.OrdinalIgnoreCase)
            ? new Call(request, QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span)), HashOf(body.Span, request.QueryString))
            : null;
    }

    static byte[] HashOf(ReadOnlySpan<byte> body, QueryString address) =>
        address.HasValue ? SHA256.HashData([.. body, .. Encoding.UTF8.GetBytes(address.Value!)]) : SHA256.HashData(body);

    static bool IsWritable(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!XmlConvert.IsXmlChar(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i]))) return false;
        return true;
    }

    IEnumerable<string> Values(string name) =>
        arguments.GetValueOrDefault(name).Select(value => value?.Trim()).OfType<string>().Where(value => value.Length > 0);
}
