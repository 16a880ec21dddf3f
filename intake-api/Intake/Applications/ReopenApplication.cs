using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Applications;

/// <summary>What is sent to POST …/reopen.</summary>
public sealed record ReopenSubmission(string Reason);

/// <summary>POST …/reopen: the citizen is not content with the answer, or appeals against a rejection. Both clocks start anew.</summary>
public sealed class ReopenApplication(PlaceTransaction database, RequestClock clock, ApplicationLog log)
{
    const int LongestReason = 1000;

    public async Task<IResult> RunAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var errors = new FieldErrors();
        var (at, _) = clock.Of(http.Request, errors);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } json) return Problems.Unreadable;
        var reason = new JsonFields(json, "", errors).Text("reason", LongestReason, required: true, lines: true);
        if (errors.Any) return Problems.Fields(errors);

        return await database.RunAsync<IResult>(province, async work =>
        {
            var application = await ApplicationLog.LockAsync(work, province, trackingNumber);
            if (application is null) return Problems.NotFound;
            if (!LifeCycle.IsPossible(application.Status, LifeCycle.Reopened)) return NextSteps.Impossible(application.Status);
            return TypedResults.Ok(await log.AppendAsync(work, application, new Step(LifeCycle.Reopened, CitizenTime.Of(at, application), Reason: reason), stop));
        }, stop);
    }
}
