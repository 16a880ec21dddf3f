using AcikKapi.Domain.Calendar;

namespace AcikKapi.Simulator.Story;

/// <summary>How busy a day is, 1 on an average working day: weekends, public holidays and the days about a bayram are quiet.</summary>
static class DayWeight
{
    static readonly double[] Weekdays = [0.22, 1.2, 1.1, 1.05, 1.0, 0.95, 0.3]; // Sunday first

    public static double Of(DateOnly day)
    {
        var calendar = WorkingCalendar.Turkey;
        var weight = Weekdays[(int)day.DayOfWeek];
        if (calendar.HolidayOn(day) is { } holiday) return weight * (holiday.IsHalfDay ? 0.6 : 0.2);
        return NearBayram(day) ? weight * 0.75 : weight;
    }

    /// <summary>Ramazan or Kurban within two days: leave is taken about them, not about the one-day holidays.</summary>
    static bool NearBayram(DateOnly day) => Enumerable.Range(-2, 5).Any(away =>
        WorkingCalendar.Turkey.HolidayOn(day.AddDays(away))?.NameTr is { } name
        && (name.StartsWith("Ramazan", StringComparison.Ordinal) || name.StartsWith("Kurban", StringComparison.Ordinal)));
}
