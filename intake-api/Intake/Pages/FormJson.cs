using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AcikKapi.Intake.Pages;

/// <summary>
/// A form made the JSON that a program would send, so that pages and programs go through the same operations, with the same
/// checks and the same sentences. A field's name is its path; what it holds follows from its last part.
/// </summary>
static class FormJson
{
    static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "provinceCode", "districtCode", "birthYear", "score", "importance", "minutes", "minutesSpent", "weight", "liaisonOfficersRequired", "order" };
    static readonly HashSet<string> Flags = new(StringComparer.Ordinal) { "hideIdentity", "confidential", "stateOfEmergency", "notify", "managerInformed", "coordinator", "special", "unassign", "preview" };
    static readonly HashSet<string> Lists = new(StringComparer.Ordinal) { "circumstances", "kinds", "headings", "trackingNumbers" };

    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Fields left empty are left out; a number that is none goes on as the text it is, for the operation to refuse.</summary>
    /// <param name="names">The fields to take; others of the form (steps, tokens) are not of the operation.</param>
    public static JsonObject Of(FormState form, params string[] names)
    {
        var root = new JsonObject();
        foreach (var name in names)
            if (ValueOf(form, name) is { } value) Put(root, name.Split('.'), value);
        return root;
    }

    /// <summary>Lays the JSON where the operation will read it: the request's own body is the form, which was read.</summary>
    public static HttpContext Becomes(this HttpContext http, JsonObject json)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(json, Plain);
        (http.Request.Body, http.Request.ContentLength, http.Request.ContentType) = (new MemoryStream(bytes), bytes.Length, "application/json");
        return http;
    }

    static JsonNode? ValueOf(FormState form, string name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        var text = form[name];
        if (Lists.Contains(last)) return new JsonArray([.. form.All(name).Where(v => v.Length > 0).Select(v => JsonValue.Create(v))]);
        if (Flags.Contains(last)) return form.Values.ContainsKey(name) ? JsonValue.Create(form.All(name)[^1] == "true") : null;
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (!Numbers.Contains(last) && !name.StartsWith("weights.", StringComparison.Ordinal)) return JsonValue.Create(text);
        return decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number == decimal.Truncate(number) && number is > int.MinValue and < int.MaxValue ? JsonValue.Create((int)number) : JsonValue.Create(number)
            : JsonValue.Create(text);
    }

    /// <summary>The object of that name in it, made where there is none.</summary>
    public static JsonObject In(JsonObject json, string name)
    {
        if (json[name] is not JsonObject inner) json[name] = inner = [];
        return inner;
    }

    static void Put(JsonObject node, ReadOnlySpan<string> path, JsonNode value)
    {
        if (path.Length == 1) node[path[0]] = value;
        else Put(In(node, path[0]), path[1..], value);
    }
}
