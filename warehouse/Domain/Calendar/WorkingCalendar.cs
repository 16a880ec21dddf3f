using System.Globalization;
using AcikKapi.Domain.Reference;

namespace AcikKapi.Domain.Calendar;

/// <summary>
/// Working days of the years whose holidays are given, in Europe/Istanbul. Neither weekends nor holidays nor administrative leave count; half holidays do.
/// Immutable; every question is answered from ordinals computed once.
/// </summary>
/// <remarks>All members throw <see cref="UserError"/> for days of other years, whose holidays are not known.</remarks>
public sealed class WorkingCalendar
{
    readonly Dictionary<DateOnly, Holiday> holidays;
    readonly Dictionary<DateOnly, DayOff> daysOff;
    readonly int[] ordinals;     // by day: working days from FirstDay up to and including it
    readonly DateOnly[] working; // by ordinal − 1: that working day

    /// <param name="holidays">At most one a day; of every year from the first to the last.</param>
    public WorkingCalendar(IEnumerable<Holiday> holidays) : this(holidays.ToDictionary(h => h.Date), []) { }

    WorkingCalendar(Dictionary<DateOnly, Holiday> holidays, Dictionary<DateOnly, DayOff> daysOff)
    {
        this.holidays = holidays;
        this.daysOff = daysOff;
        FirstDay = new DateOnly(holidays.Keys.Min().Year, 1, 1);
        LastDay = new DateOnly(holidays.Keys.Max().Year, 12, 31);
        working = [.. AllDays().Where(Counts)];
        ordinals = new int[LastDay.DayNumber - FirstDay.DayNumber + 1];
        foreach (var day in working)
            ordinals[day.DayNumber - FirstDay.DayNumber] = 1;
        for (var i = 1; i < ordinals.Length; i++)
            ordinals[i] += ordinals[i - 1];
    }

    /// <summary>The country's, with the public holidays of holidays.csv: 2017–2027.</summary>
    public static WorkingCalendar Turkey { get; } = new(ReferenceLists.Read(
        "holidays.csv", r => new Holiday(DateOnly.ParseExact(r.GetString(0), "yyyy-MM-dd", CultureInfo.InvariantCulture), r.GetString(1), r.GetBoolean(2))));

    public DateOnly FirstDay { get; }

    public DateOnly LastDay { get; }

    /// <summary>This calendar with more days off: leave of the whole country, or what one province was given.</summary>
    public WorkingCalendar With(IEnumerable<DayOff> more)
    {
        var all = new Dictionary<DateOnly, DayOff>(daysOff);
        foreach (var day in more)
            all[day.Date] = day;
        return new WorkingCalendar(holidays, all);
    }

    public bool IsWorkingDay(DateOnly day)
    {
        Ordinal(day);
        return Counts(day);
    }

    public Holiday? HolidayOn(DateOnly day) => holidays.GetValueOrDefault(day);

    /// <summary>Working days from <see cref="FirstDay"/> up to and including the day.</summary>
    public int Ordinal(DateOnly day) => day >= FirstDay && day <= LastDay ? ordinals[day.DayNumber - FirstDay.DayNumber] : throw Outside(day);

    /// <summary>The last of so many working days after the start, which itself is not counted; met until the end of that day.</summary>
    public DateOnly Deadline(DateOnly start, int workingDays = 7)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        var last = Ordinal(start) + workingDays;
        return last <= working.Length ? working[last - 1] : throw Outside(LastDay.AddDays(1));
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when to is the earlier.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) => Ordinal(to) - Ordinal(from);

    /// <summary>Every day from the start to the deadline: "why this date?"</summary>
    public IReadOnlyList<CountedDay> Explain(DateOnly start, int workingDays = 7)
    {
        var deadline = Deadline(start, workingDays);
        var days = new List<CountedDay> { new(start, false, "Başlangıç günü sayılmaz") };
        for (var day = start.AddDays(1); day <= deadline; day = day.AddDays(1))
            days.Add(new CountedDay(day, Counts(day), Why(day, WorkingDaysBetween(start, day))));
        return days;
    }

    string Why(DateOnly day, int number) => (Counts(day), holidays.GetValueOrDefault(day), daysOff.GetValueOrDefault(day)) switch
    {
        (true, null, _) => string.Create(CultureInfo.InvariantCulture, $"{number}. iş günü"),
        (true, { } half, _) => string.Create(CultureInfo.InvariantCulture, $"{number}. iş günü (yarım gün: {half.NameTr})"),
        (false, { IsHalfDay: false } whole, _) => $"Resmî tatil: {whole.NameTr}",
        (false, _, { } leave) => $"İdari izin: {leave.ReasonTr}",
        _ => "Hafta sonu",
    };

    bool Counts(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && holidays.GetValueOrDefault(day) is null or { IsHalfDay: true } && !daysOff.ContainsKey(day);

    IEnumerable<DateOnly> AllDays() => Enumerable.Range(FirstDay.DayNumber, LastDay.DayNumber - FirstDay.DayNumber + 1).Select(DateOnly.FromDayNumber);

    UserError Outside(DateOnly day) => new(string.Create(
        CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} is outside the calendar, which knows the holidays of {FirstDay.Year} to {LastDay.Year} only."));
}
