using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Text;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Applications;

/// <summary>One calendar day on the way to the deadline.</summary>
public sealed record DeadlineDay(DateOnly Date, string Weekday, bool Counted, string Why);

/// <param name="StartDate">The day of receipt, or of the last reopening; it is not counted itself.</param>
public sealed record DeadlineExplanation(string TrackingNumber, DateOnly StartDate, DateOnly DueDate, int WorkingDays, IReadOnlyList<DeadlineDay> Days);

/// <summary>GET /v1/applications/{trackingNumber}/deadline: why this date?</summary>
public sealed class ExplainDeadline(PlaceTransaction database)
{
    const int WorkingDays = 7;

    public async Task<IResult> RunAsync(string trackingNumber, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var number = province == 0 ? "" : trackingNumber;
        var startedAt = await database.RunAsync(province, work => work.FindAsync<DateTime?>("Applications/ExplainDeadline.sql", new { province, number }), stop);
        if (startedAt is null) return Problems.NotFound;

        var start = IstanbulTime.DayOf(startedAt.Value);
        var days = WorkingCalendar.Turkey.Explain(start, WorkingDays);
        return TypedResults.Ok(new DeadlineExplanation(trackingNumber, start, days[^1].Day, WorkingDays,
            [.. days.Select(d => new DeadlineDay(d.Day, d.Day.ToString("dddd", TurkishText.Culture), d.Counted, d.Why))]));
    }
}
