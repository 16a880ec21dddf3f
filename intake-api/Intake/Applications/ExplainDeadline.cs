using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Text;
using AcikKapi.Intake.Clock;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Applications;

/// <summary>One calendar day on the way to a deadline.</summary>
public sealed record DeadlineDay(DateOnly Date, string Weekday, bool Counted, string Why);

/// <param name="StartDate">It is not counted itself.</param>
public sealed record ClockExplanation(DateOnly StartDate, DateOnly DueDate, int WorkingDays, IReadOnlyList<DeadlineDay> Days);

/// <summary>A deadline that leave moved.</summary>
public sealed record DeadlineChange(string Clock, DateOnly OldDueDate, DateOnly NewDueDate, DateOnly LeaveDate, string Reason, string ChangedAt);

/// <param name="StartDate">The day of receipt, or of the last reopening; it is not counted itself.</param>
/// <param name="Unit">The clock of the unit where the application lies; null where it lies with none.</param>
public sealed record DeadlineExplanation(
    string TrackingNumber, DateOnly StartDate, DateOnly DueDate, int WorkingDays, IReadOnlyList<DeadlineDay> Days,
    ClockExplanation? Unit, IReadOnlyList<DeadlineChange> Changes);

/// <summary>GET /v1/applications/{trackingNumber}/deadline: why this date?</summary>
public sealed class ExplainDeadline(PlaceTransaction database, Calendars calendars)
{
    const int WorkingDays = 7;

    sealed record Clocks(long ApplicationId, DateTime ReceivedAt, DateOnly DueOn, string Status, DateTime? ReopenedAt, DateTime LastAt, DateTime? RoutedAt);

    sealed record Change(string Clock, DateOnly OldOn, DateOnly NewOn, DateOnly LeaveOn, string ReasonTr, DateTime ChangedAt);

    public async Task<IResult> RunAsync(string trackingNumber, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var number = province == 0 ? "" : trackingNumber;
        var (clocks, changes) = await database.RunAsync(province, async work =>
        {
            var found = await work.FindAsync<Clocks>("Applications/ExplainDeadline.sql", new { province, number });
            return (found, found is null ? [] : await work.ListAsync<Change>("Applications/DeadlineChanges.sql", new { province, application = found.ApplicationId }));
        }, stop, sealedToo: true);
        if (clocks is null) return Problems.NotFound;

        // What is settled is explained by the leave known when it was settled: later leave did not move it.
        var set = await calendars.RefreshAsync(stop);
        var calendar = LifeCycle.IsPending(clocks.Status) ? set.Of(province) : set.KnownAt(clocks.LastAt, province);
        var (start, due, count, days) = Explain(calendar, clocks.ReopenedAt ?? clocks.ReceivedAt);
        return TypedResults.Ok(new DeadlineExplanation(trackingNumber, start, due, count, days, clocks.RoutedAt is { } at ? Explain(calendar, at) : null,
            [.. changes.Select(c => new DeadlineChange(c.Clock, c.OldOn, c.NewOn, c.LeaveOn, c.ReasonTr, TurkishTime.Instant(c.ChangedAt)))]));
    }

    static ClockExplanation Explain(WorkingCalendar calendar, DateTime startedAt)
    {
        var start = IstanbulTime.DayOf(startedAt);
        var days = calendar.Explain(start, WorkingDays);
        return new ClockExplanation(start, days[^1].Day, WorkingDays,
            [.. days.Select(d => new DeadlineDay(d.Day, d.Day.ToString("dddd", TurkishText.Culture), d.Counted, d.Why))]);
    }
}
