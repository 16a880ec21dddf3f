using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Access;

/// <summary>What is sent to open words or a file.</summary>
public sealed record OpeningSubmission(string Reason);

/// <summary>
/// The one way to what people wrote: an officer who may read it and says why; the opening is logged in the transaction that
/// reads, and nothing is shown unless that commits.
/// </summary>
public sealed class LoggedOpening(PlaceTransaction database, AuthenticateStaff staff, AccessLog log)
{
    const int LongestReason = 500;

    /// <param name="what">One of the constants of <see cref="AccessEntry"/>.</param>
    /// <param name="show">Null: there is nothing of that kind; nothing is logged then.</param>
    public async Task<IResult> RunAsync(string trackingNumber, HttpContext http, string what, Func<PlaceWork, OpenApplication, StaffMember, Task<IResult?>> show, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var officer = await staff.FromAsync(http.Request, stop);
        if (Authorization.ToOpen(officer, province) is { } refusal) return Problems.Refused(refusal);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } json) return Problems.Unreadable;
        var errors = new FieldErrors();
        var reason = new JsonFields(json, "", errors).Text("reason", LongestReason, required: true);
        if (errors.Any) return Problems.Fields(errors);

        return await database.RunAsync(province, async work =>
        {
            var application = await work.FindAsync<OpenApplication>("Applications/OpenApplication.sql", new { province, number = trackingNumber });
            if (application is null) return Problems.NotFound;
            if (Authorization.ToReadWords(officer!, application) is { } forbidden) return Problems.Refused(forbidden);
            if (await show(work, application, officer!) is not { } shown) return Problems.NoSuchSetting;
            if (shown is ProblemHttpResult) return shown; // refused: nothing was seen
            await log.WriteAsync(work, province, application.ApplicationId, what, officer!, reason!);
            return shown;
        }, stop, Authorization.SeesSealed(officer!));
    }
}
