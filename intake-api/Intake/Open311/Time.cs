using System.Globalization;
using AcikKapi.Domain.Calendar;

namespace AcikKapi.Intake.Open311;

/// <summary>Times as GeoReport has them: W3C, to the second, with Istanbul's offset.</summary>
public static class Time
{
    public static string Instant(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, IstanbulTime.Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The day alone, as its first instant: the format has no days.</summary>
    public static string Day(DateTimeOffset at) => Instant(IstanbulTime.StartOfDay(IstanbulTime.DayOf(at)));
}

/// <summary>start_date to end_date: at most 90 days, by default the last 90.</summary>
public sealed record Period(DateTime Start, DateTime End)
{
    const int Days = 90;

    public DateOnly LastMonth => MonthOf(End);

    /// <summary>Their first days.</summary>
    public DateOnly[] Months
    {
        get
        {
            var months = new List<DateOnly>();
            for (var month = MonthOf(Start); month <= LastMonth; month = month.AddMonths(1)) months.Add(month);
            return [.. months];
        }
    }

    public static Period Read(Call call, DateTimeOffset now, List<string> faults)
    {
        var (start, end) = (Of(call, "start_date", faults), Of(call, "end_date", faults));
        var last = end ?? (start is { } from && from.AddDays(Days) < now ? from.AddDays(Days) : now);
        var first = start ?? last.AddDays(-Days);
        if (end is null && start > now) faults.Add("start_date: gelecekte olamaz.");
        else if (last < first) faults.Add("end_date: start_date'ten önce olamaz.");
        else if (last - first > TimeSpan.FromDays(Days)) faults.Add($"start_date ile end_date arası en çok {Days} gün olabilir.");
        return new Period(first.UtcDateTime, last.UtcDateTime);
    }

    static DateTimeOffset? Of(Call call, string name, List<string> faults)
    {
        if (call[name]?.Replace(' ', '+') is not { } text) return null; // a + that was not escaped in an address is a blank
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year is >= 2017 and <= 2100) return at;
        faults.Add($"{name}: ISO 8601 anı olmalı, örneğin 2026-11-24T00:00:00Z.");
        return null;
    }

    static DateOnly MonthOf(DateTime at) => IstanbulTime.DayOf(at) is var day ? new DateOnly(day.Year, day.Month, 1) : default;
}

/// <summary>page and page_size of the pagination extension.</summary>
public sealed record Page(int Size, int Offset)
{
    public static Page Read(Call call, int most, List<string> faults)
    {
        var (page, size) = (Number(call, "page", 1, 10_000, faults), Number(call, "page_size", most, most, faults));
        return new Page(size, (page - 1) * size);
    }

    static int Number(Call call, string name, int otherwise, int most, List<string> faults)
    {
        if (call[name] is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
        faults.Add($"{name}: 1 ile {most.ToString(CultureInfo.InvariantCulture)} arasında bir sayı olmalı.");
        return otherwise;
    }
}
