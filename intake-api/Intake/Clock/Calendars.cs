using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Clock;

/// <summary>The working calendars of one version: the country's, and those of provinces that were given leave of their own.</summary>
public sealed record CalendarSet(int Version, WorkingCalendar Country, IReadOnlyDictionary<int, WorkingCalendar> Provinces)
{
    public WorkingCalendar Of(int province) => Provinces.GetValueOrDefault(province, Country);
}

/// <summary>
/// The calendars in force, read once and again when the database has a newer version. Whoever writes a deadline holds
/// <see cref="Lock"/> shared and compares versions in the statement after; whoever adds leave holds it alone.
/// </summary>
public sealed class Calendars(PlaceTransaction database)
{
    /// <summary>Key of the advisory lock that deadlines and leave share.</summary>
    public const int Lock = 4207;

    sealed record Row(int Version, DateOnly? LeaveOn, short? ProvinceCode, string? ReasonTr);

    volatile CalendarSet now = new(0, WorkingCalendar.Turkey, new Dictionary<int, WorkingCalendar>());

    public CalendarSet Now => now;

    public async Task<CalendarSet> RefreshAsync(CancellationToken stop)
    {
        var rows = await database.RunAsync(place: null, work => work.ListAsync<Row>("Clock/ReadCalendar.sql", new { }), stop);
        var leave = rows.Where(r => r.LeaveOn is not null).ToLookup(r => (int?)r.ProvinceCode, r => new DayOff(r.LeaveOn!.Value, r.ReasonTr!));
        var country = WorkingCalendar.Turkey.With(leave[null]);
        var provinces = leave.Where(days => days.Key is not null).ToDictionary(days => days.Key!.Value, days => country.With(days));
        return now = new CalendarSet(rows[0].Version, country, provinces);
    }

    /// <summary>The set of the version, which the caller's lock keeps in force.</summary>
    public async ValueTask<CalendarSet> OfVersionAsync(int version, CancellationToken stop) => now.Version == version ? now : await RefreshAsync(stop);
}
