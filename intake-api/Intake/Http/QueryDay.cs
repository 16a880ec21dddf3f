using System.Globalization;
using AcikKapi.Intake.Applications;

namespace AcikKapi.Intake.Http;

/// <summary>A local day of an address's query, YYYY-MM-DD.</summary>
public static class QueryDay
{
    /// <param name="otherwise">Where none is given; null: one must be.</param>
    public static DateOnly Read(string name, string? text, DateOnly? otherwise, FieldErrors errors)
    {
        if (text is null && otherwise is { } day) return day;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given) && given.Year is >= 2017 and <= 2100) return given;
        errors.Add(name, text is null ? "required" : "malformed", "YYYY-AA-GG biçiminde bir gün olmalı.");
        return otherwise ?? default;
    }
}
