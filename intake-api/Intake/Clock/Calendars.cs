using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Clock;

/// <param name="Province">Null: the whole country.</param>
public sealed record Leave(DateOnly On, int? Province, string ReasonTr, DateTime AddedAt);

/// <summary>The working calendars of one version: the country's, and those of provinces that were given leave of their own.</summary>
public sealed class CalendarSet(int version, IReadOnlyList<Leave> leave)
{
    readonly WorkingCalendar country = WorkingCalendar.Turkey.With(Days(leave, null, DateTime.MaxValue));
    readonly Dictionary<int, WorkingCalendar> provinces = leave.Where(l => l.Province is not null).Select(l => l.Province!.Value).Distinct()
        .ToDictionary(province => province, province => Make(leave, province, DateTime.MaxValue));

    public int Version => version;

    public WorkingCalendar Of(int province) => provinces.GetValueOrDefault(province, country);

    /// <summary>As it was known at an instant: what was settled then is explained by it.</summary>
    public WorkingCalendar KnownAt(DateTime at, int province) => Make(leave, province, at);

    static WorkingCalendar Make(IReadOnlyList<Leave> leave, int province, DateTime at) =>
        WorkingCalendar.Turkey.With([.. Days(leave, null, at), .. Days(leave, province, at)]);

    static IEnumerable<DayOff> Days(IReadOnlyList<Leave> leave, int? province, DateTime at) =>
        leave.Where(l => l.Province == province && l.AddedAt <= at).Select(l => new DayOff(l.On, l.ReasonTr));
}

/// <summary>
/// The calendars in force, read once and again when the database has a newer version. Whoever writes a deadline holds
/// <see cref="Lock"/> shared and compares versions in the statement after; whoever adds leave holds it alone.
/// </summary>
public sealed class Calendars(PlaceTransaction database)
{
    /// <summary>Key of the advisory lock that deadlines and leave share.</summary>
    public const int Lock = 4207;

    sealed record Row(int Version, DateOnly? LeaveOn, short? ProvinceCode, string? ReasonTr, DateTime? AddedAt);

    volatile CalendarSet now = new(0, []);

    public CalendarSet Now => now;

    public Task<CalendarSet> RefreshAsync(CancellationToken stop) => database.RunAsync(place: null, ReadAsync, stop);

    /// <summary>The set of the version, which the caller's lock keeps in force.</summary>
    public async ValueTask<CalendarSet> OfVersionAsync(int version, CancellationToken stop) => now.Version == version ? now : await RefreshAsync(stop);

    /// <summary>As the caller's transaction sees it, leave of its own included: not in force for others until it commits.</summary>
    public static async Task<CalendarSet> InsideAsync(PlaceWork work)
    {
        var rows = await work.ListAsync<Row>("Clock/ReadCalendar.sql", new { });
        return new CalendarSet(rows[0].Version, [.. rows.Where(r => r.LeaveOn is not null).Select(r => new Leave(r.LeaveOn!.Value, r.ProvinceCode, r.ReasonTr!, r.AddedAt!.Value))]);
    }

    async Task<CalendarSet> ReadAsync(PlaceWork work) => now = await InsideAsync(work);
}
