using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;

namespace AcikKapi.Ingest.Import;

/// <summary>The fields of one row, read one by one: whatever is wrong becomes a reject and null, so that all of a row's faults are told at once.</summary>
sealed class ImportRow(ImportFile file, ImportMap map, Rejects rejects)
{
    static readonly TimeSpan AllowedAhead = TimeSpan.FromMinutes(5); // two clocks

    readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(map.Zone);

    public bool IsWrong { get; private set; }

    /// <summary>The next row; false at the end. A row with more or fewer fields than the header is a reject.</summary>
    public bool Read()
    {
        while (file.Read())
        {
            IsWrong = false;
            if (file.HasAllFields) return true;
            Reject("", "not as many fields as the header has columns");
        }
        return false;
    }

    public string? Text(string column, int longest, bool required = false)
    {
        var text = file[column];
        if (text is null) return required ? Reject(column, "required") : null;
        if (text.Length > longest) return Reject(column, $"longer than {longest.ToString(CultureInfo.InvariantCulture)} characters");
        return text.Any(c => c == '\0' || char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? Reject(column, "a control character") : text;
    }

    public string? Code(string column, Func<string, bool> known, bool required = false)
    {
        var code = Text(column, 40, required);
        return code is null || known(code) ? code : Reject(column, "not a code of the list");
    }

    public int? Number(string column, int least, int most, bool required = false)
    {
        var text = Text(column, 40, required);
        if (text is null) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Reject(column, $"not a whole number from {least.ToString(CultureInfo.InvariantCulture)} to {most.ToString(CultureInfo.InvariantCulture)}");
        return null;
    }

    /// <summary>UTC. Within the calendar that deadlines need, and not in the future.</summary>
    public DateTime? Time(string column, bool required = false)
    {
        var text = Text(column, 40, required);
        if (text is null) return null;
        DateTime? at = map.Times is { } pattern
            ? DateTime.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !zone.IsInvalidTime(local) ? TimeZoneInfo.ConvertTimeToUtc(local, zone) : null
            : HasOffset(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant.UtcDateTime : null;
        if (at is null) Reject(column, map.Times is null ? "not an ISO 8601 time with offset, as 2026-11-02T09:30:00+03:00" : "not a time of the mapping file's pattern");
        else if (at > DateTime.UtcNow + AllowedAhead) Reject(column, "in the future");
        else if (IstanbulTime.DayOf(at.Value) < WorkingCalendar.Turkey.FirstDay || IstanbulTime.DayOf(at.Value) > WorkingCalendar.Turkey.LastDay.AddMonths(-1)) Reject(column, "outside the years whose holidays are known (2017 to November 2027)");
        else return at;
        return null;
    }

    public int? District(string column, int? province)
    {
        var code = Number(column, 1, int.MaxValue);
        if (code is null) return null;
        var district = Vocabulary.Current.Districts.Find(code.Value);
        if (district is null) Reject(column, "no district of that code");
        else if (province is not null && district.ProvinceCode != province) Reject(column, "a district of another province");
        else return code;
        return null;
    }

    public string? Reject(string column, string reason)
    {
        IsWrong = true;
        rejects.Add(file.Name, file.Line, column, reason);
        return null;
    }

    /// <summary>After the time: Z, or + or - and hours. Without one an hour means something else in winter and summer.</summary>
    static bool HasOffset(string text) => text.EndsWith('Z') || text.Length > 16 && text.AsSpan(16).IndexOfAny('+', '-') >= 0;
}
