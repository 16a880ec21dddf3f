using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Applications;

namespace AcikKapi.Intake.Http;

/// <summary>When a request happens: now, or in a demo home the instant of its Simulated-At header.</summary>
public sealed class RequestClock(TimeProvider time, IntakeSettings settings)
{
    const string Header = "Simulated-At";

    /// <summary>Whole milliseconds of UTC; <c>IsSimulated</c> makes the application's origin.</summary>
    public (DateTimeOffset At, bool IsSimulated) Of(HttpRequest request, FieldErrors errors)
    {
        var now = Whole(time.GetUtcNow());
        var header = request.Headers[Header].ToString();
        if (header.Length == 0) return (now, false);
        if (!settings.Demo) errors.Add(Header, "not_allowed", "Bu başlık yalnız örnek veri kurulumunda kullanılabilir.");
        else if (!DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) || !IsInCalendar(at))
            errors.Add(Header, "malformed", "2017–2027 arasında bir ISO 8601 anı olmalı.");
        else return (Whole(at.ToUniversalTime()), true);
        return (now, false);
    }

    static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));

    // A month is left for the deadline that follows.
    static bool IsInCalendar(DateTimeOffset at) =>
        at.Year is >= 2017 and <= 2027 && IstanbulTime.DayOf(at) is var day && day >= WorkingCalendar.Turkey.FirstDay && day <= WorkingCalendar.Turkey.LastDay.AddMonths(-1);
}
