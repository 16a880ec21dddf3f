using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Applications;

/// <summary>What is sent to POST …/reopen.</summary>
public sealed record ReopenSubmission(string Reason);

/// <summary>POST …/reopen: the citizen is not content with the answer, and both clocks start anew; or appeals against a rejection.</summary>
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
            var step = application.Status == LifeCycle.Rejected ? LifeCycle.Appealed : LifeCycle.Reopened;
            // Whether an appeal is accepted is the bureau's to decide, not the citizen's.
            if (application.Status == LifeCycle.Appealed || !LifeCycle.IsPossible(application.Status, step)) return NextSteps.Impossible(application.Status);
            return TypedResults.Ok(await log.AppendAsync(work, application, new Step(step, CitizenTime.Of(at, application)) { Reason = reason }, stop));
        }, stop, sealedToo: true);
    }
}
