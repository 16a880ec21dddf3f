using AcikKapi.Domain.Calendar;

namespace AcikKapi.Simulator.Story;

/// <summary>When things happen: offices on working days from 8:30 to 17:30, citizens at all hours.</summary>
static class OfficeTime
{
    const int Opens = 8 * 60 + 30;
    const int Minutes = 9 * 60;

    public static DateTimeOffset AtWork(DateOnly day, Dice dice) =>
        IstanbulTime.StartOfDay(day).AddSeconds(60 * Opens + dice.Below(60 * Minutes));

    /// <summary>Mostly by day and in the evening.</summary>
    public static DateTimeOffset AtLeisure(DateOnly day, Dice dice) =>
        IstanbulTime.StartOfDay(day).AddSeconds(Math.Clamp((int)((14.5 + 4.3 * dice.Normal()) * 3600), 60, 86_340));

    /// <summary>So many working days on; the calendar's last day where they lead past it.</summary>
    public static DateOnly WorkingDaysAfter(DateOnly day, int workingDays)
    {
        var calendar = WorkingCalendar.Turkey;
        if (workingDays < 1) return day;
        return calendar.Ordinal(day) + workingDays > calendar.Ordinal(calendar.LastDay) ? calendar.LastDay : calendar.Deadline(day, workingDays);
    }
}
