using System.Globalization;
using AcikKapi.Domain.Calendar;

namespace AcikKapi.Intake.Http;

/// <summary>Instants and days as the API writes them: ISO 8601, Istanbul's offset.</summary>
public static class TurkishTime
{
    public static string Instant(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, IstanbulTime.Zone).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => IstanbulTime.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A tip-off's times are days: a clock time could betray who sent it.</summary>
    public static string Of(DateTimeOffset at, string kind) => kind == Applications.Submission.TipOff ? Day(at) : Instant(at);
}
