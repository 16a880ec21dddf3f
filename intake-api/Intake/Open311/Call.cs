using System.Security.Cryptography;
using System.Text;
using AcikKapi.Intake.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AcikKapi.Intake.Open311;

/// <summary>The arguments of one call, of its form and of its address: an empty one is none (GeoReport v2, "Optional Arguments").</summary>
public sealed class Call
{
    const string FormType = "application/x-www-form-urlencoded";
    const string Bearer = "Bearer ";

    readonly Dictionary<string, StringValues> form;

    Call(HttpRequest request, Dictionary<string, StringValues> form, byte[] hash)
    {
        Request = request;
        this.form = form;
        Hash = hash;
    }

    public HttpRequest Request { get; }

    /// <summary>Of the body, by which a repetition is known.</summary>
    public byte[] Hash { get; }

    /// <summary>The key of the program that asks.</summary>
    public string? ApiKey => this["api_key"] ?? (Request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null);

    public string? this[string name] => Values(name).FirstOrDefault();

    public bool IsOn(string name) => this[name] is "true" or "1";

    /// <summary>Comma-separated; null where the argument is not given.</summary>
    public string[]? List(string name) => this[name]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>attribute[code]=value; several as attribute[code][]=…, attribute[code][0]=… or separated by commas.</summary>
    public string[] Attribute(string code)
    {
        var name = $"attribute[{code}]";
        return [.. form.Keys.Where(k => k == name || k.StartsWith(name + "[", StringComparison.Ordinal)).SelectMany(Values)];
    }

    public static Call OfAddress(HttpRequest request) => new(request, [], []);

    /// <summary>Null where the body is no form.</summary>
    public static async Task<Call?> OfFormAsync(HttpRequest request, CancellationToken stop)
    {
        var body = await JsonBody.ReadBytesAsync(request, stop);
        var type = request.ContentType?.Split(';')[0].Trim() ?? FormType;
        return type.Equals(FormType, StringComparison.OrdinalIgnoreCase)
            ? new Call(request, QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span)), SHA256.HashData(body.Span))
            : null;
    }

    IEnumerable<string> Values(string name) =>
        (form.TryGetValue(name, out var given) ? given : Request.Query[name]).Select(value => value?.Trim()).OfType<string>().Where(value => value.Length > 0);
}
