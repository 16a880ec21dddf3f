using AcikKapi.Domain.Calendar;

namespace AcikKapi.Intake.Notifications;

/// <summary>Nobody is woken: what happens between 22:00 and 08:00 is told at 08:00.</summary>
public sealed class QuietHours(IntakeSettings settings)
{
    static readonly TimeOnly Evening = new(22, 0), Morning = new(8, 0);

    /// <summary>
    /// The earliest instant of a message. A tip-off's is always the next morning's: it tells nothing of the hour at which
    /// it came (with quiet hours off, the day's first instant).
    /// </summary>
    public DateTimeOffset NotBefore(DateTimeOffset at, bool isTipOff)
    {
        var day = IstanbulTime.DayOf(at);
        if (!settings.Sms.QuietHours) return isTipOff ? IstanbulTime.StartOfDay(day) : at;
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, IstanbulTime.Zone).DateTime);
        if (isTipOff || time >= Evening) return MorningOf(day.AddDays(1));
        return time < Morning ? MorningOf(day) : at;
    }

    static DateTimeOffset MorningOf(DateOnly day) => IstanbulTime.StartOfDay(day) + Morning.ToTimeSpan();
}
