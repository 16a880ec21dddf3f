using System.Globalization;
using System.Text;
using System.Text.Json;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Applications;

namespace AcikKapi.Intake.Http;

/// <summary>
/// One JSON object, read field by field: whatever is missing or wrong becomes an error of that field and null, so that
/// the caller hears of all at once. A deserializer would stop at the first.
/// </summary>
public sealed class JsonFields(JsonElement element, string path, FieldErrors errors)
{
    public string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public bool IsGiven(string name) => Find(name) is not null;

    /// <summary>Trimmed, NFC; null where missing or empty. Line breaks only where <paramref name="lines"/> are allowed.</summary>
    public string? Text(string name, int longest, bool required = false, bool lines = false)
    {
        var value = Find(name);
        if (value is { ValueKind: not JsonValueKind.String }) return Wrong<string>(name, "wrong_type", "Metin olmalı.");
        var text = value is null ? "" : Decode(value.Value);
        if (text is null || text.Any(c => c is '\0' or '\uFFFE' or '\uFFFF' || (char.IsControl(c) && !(lines && c is '\n' or '\r' or '\t'))))
            return Wrong<string>(name, "invalid_character", "Geçersiz bir karakter içeriyor.");
        text = text.Trim().Normalize(NormalizationForm.FormC);
        if (text.Length > longest) return Wrong<string>(name, "too_long", $"En çok {longest} karakter olabilir.");
        if (text.Length > 0) return text;
        return required ? Missing<string>(name) : null;
    }

    /// <summary>One word of a list; <paramref name="known"/> tells whether it stands there.</summary>
    public string? Code(string name, Func<string, bool> known, bool required = false)
    {
        var code = Text(name, 40, required);
        return code is null || known(code) ? code : Wrong<string>(name, "unknown", "Bu değer listede yok.");
    }

    public int? Number(string name, bool required = false)
    {
        var value = Find(name);
        if (value is null) return required ? Missing<int?>(name) : null;
        return value.Value.ValueKind == JsonValueKind.Number && value.Value.TryGetInt32(out var number)
            ? number
            : Wrong<int?>(name, "wrong_type", "Tam sayı olmalı.");
    }

    public decimal? Decimal(string name)
    {
        var value = Find(name);
        return value is null ? null : value.Value.ValueKind == JsonValueKind.Number && value.Value.TryGetDecimal(out var number) ? number : Wrong<decimal?>(name, "wrong_type", "Sayı olmalı.");
    }

    /// <summary>A UUID.</summary>
    public Guid? Id(string name, bool required = false)
    {
        var text = Text(name, 40, required);
        return text is null ? null : Guid.TryParse(text, out var id) ? id : Wrong<Guid?>(name, "malformed", "UUID biçiminde olmalı.");
    }

    /// <summary>A district of the province.</summary>
    public int? District(string name, int province)
    {
        var code = Number(name);
        return code is null || Vocabulary.Current.Districts.Find(code.Value)?.ProvinceCode == province ? code : Wrong<int?>(name, "mismatch", "Bu ilçe bu ilde değil.");
    }

    /// <summary>A local day, YYYY-MM-DD.</summary>
    public DateOnly? Date(string name, bool required = false)
    {
        var text = Text(name, 10, required);
        return text is null ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2100 ? day
            : Wrong<DateOnly?>(name, "malformed", "YYYY-AA-GG biçiminde bir gün olmalı.");
    }

    public bool? Flag(string name) => Find(name)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Wrong<bool?>(name, "wrong_type", "true ya da false olmalı."),
    };

    public JsonFields? Object(string name, bool required = false)
    {
        var value = Find(name);
        if (value is null) return required ? Missing<JsonFields>(name) : null;
        return value.Value.ValueKind == JsonValueKind.Object
            ? new JsonFields(value.Value, PathOf(name), errors)
            : Wrong<JsonFields>(name, "wrong_type", "Bir nesne olmalı.");
    }

    /// <summary>Different words of a list, sorted; empty where missing.</summary>
    public string[] Codes(string name, Func<string, bool> known)
    {
        var value = Find(name);
        if (value is null) return [];
        if (value.Value.ValueKind != JsonValueKind.Array || value.Value.EnumerateArray().Any(v => v.ValueKind != JsonValueKind.String))
            return Wrong<string[]>(name, "wrong_type", "Bir metin listesi olmalı.") ?? [];
        var codes = value.Value.EnumerateArray().Select(Decode).ToArray();
        if (!codes.All(c => c is not null && known(c))) return Wrong<string[]>(name, "unknown", "Listede olmayan bir değer içeriyor.") ?? [];
        return [.. codes.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Different texts of a list in their order, and the places (1, 2, 3 …) of those that are none of the kind; both empty where missing.</summary>
    public (IReadOnlyList<string> Texts, IReadOnlyList<int> Wrong) Texts(string name, Func<string, bool> isRight)
    {
        if (Find(name) is not { } value) return ([], []);
        if (value.ValueKind != JsonValueKind.Array) return (Wrong<string[]>(name, "wrong_type", "Bir metin listesi olmalı.") ?? [], []);
        var texts = value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? Decode(v) : null).ToList();
        return ([.. texts.OfType<string>().Where(isRight).Distinct(StringComparer.Ordinal)], [.. Enumerable.Range(1, texts.Count).Where(i => texts[i - 1] is not { } text || !isRight(text))]);
    }

    public T? Wrong<T>(string name, string reason, string sentence)
    {
        errors.Add(PathOf(name), reason, sentence);
        return default;
    }

    T? Missing<T>(string name) => Wrong<T>(name, "required", "Bu alan zorunludur.");

    JsonElement? Find(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>Null for half of a surrogate pair or bytes that are no UTF-8.</summary>
    static string? Decode(JsonElement value)
    {
        try { return value.GetString(); }
        catch (InvalidOperationException) { return null; }
    }
}
