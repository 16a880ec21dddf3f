using System.Globalization;
using System.Text.RegularExpressions;
using AcikKapi.Domain;

namespace AcikKapi.Reports;

public enum PeriodKind { Week, Month, Quarter, Year }

/// <summary>
/// What a brief covers: "2026-10", "2026-Q3", "2026-W40" (ISO 8601 week) or "2026"; both days inclusive.
/// <paramref name="Code"/> is the period_code of the published tables.
/// </summary>
public sealed partial record BriefPeriod(PeriodKind Kind, string Code, DateOnly StartOn, DateOnly EndOn)
{
    /// <exception cref="UserError">The text is none of the four forms, or no such month, quarter or week exists.</exception>
    public static BriefPeriod Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) throw Unknown(text);
        var year = Number(match.Groups["year"]);
        if (match.Groups["month"].Success) return Months(PeriodKind.Month, text, year, Number(match.Groups["month"]), 1);
        if (match.Groups["quarter"].Success) return Months(PeriodKind.Quarter, text, year, 3 * Number(match.Groups["quarter"]) - 2, 3);
        if (match.Groups["week"].Success) return Week(text, year, Number(match.Groups["week"]));
        return Months(PeriodKind.Year, text, year, 1, 12);
    }

    /// <summary>The month that had ended by the evening of <paramref name="day"/>; on its last day it has.</summary>
    public static BriefPeriod LastEndedMonth(DateOnly day) => LastEnded(PeriodKind.Month, day);

    /// <summary>The last period of a kind that had ended by the evening of <paramref name="day"/>.</summary>
    public static BriefPeriod LastEnded(PeriodKind kind, DateOnly day)
    {
        var next = day.AddDays(1); // the period that holds it had not ended, the one before it had
        return kind switch
        {
            PeriodKind.Week => Parse(Code(next.AddDays(-7))),
            PeriodKind.Month => Parse(next.AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture)),
            PeriodKind.Quarter => Parse(string.Create(CultureInfo.InvariantCulture, $"{next.AddMonths(-3).Year}-Q{(next.AddMonths(-3).Month + 2) / 3}")),
            _ => Parse((next.Year - 1).ToString(CultureInfo.InvariantCulture)),
        };

        static string Code(DateOnly within) =>
            string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(within.ToDateTime(default))}-W{ISOWeek.GetWeekOfYear(within.ToDateTime(default)):00}");
    }

    public override string ToString() => Code;

    static BriefPeriod Months(PeriodKind kind, string code, int year, int month, int months)
    {
        var start = new DateOnly(year, month, 1);
        return new(kind, code, start, start.AddMonths(months).AddDays(-1));
    }

    static BriefPeriod Week(string code, int year, int week)
    {
        if (week > ISOWeek.GetWeeksInYear(year)) throw Unknown(code);
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new(PeriodKind.Week, code, monday, monday.AddDays(6));
    }

    static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    static UserError Unknown(string text) =>
        new($"“{text}” bir dönem değil. Şunlardan biri olmalı: 2026-10 (ay), 2026-Q3 (çeyrek), 2026-W40 (hafta), 2026 (yıl).");

    [GeneratedRegex("^(?<year>20[0-9]{2})(-(?<month>0[1-9]|1[0-2])|-Q(?<quarter>[1-4])|-W(?<week>0[1-9]|[1-4][0-9]|5[0-3]))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
