using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Bureaus;

/// <summary>What is sent to POST /v1/applications/{trackingNumber}/assignment.</summary>
/// <param name="StaffId">Of the team of the application's bureau.</param>
public sealed record AssignmentSubmission(Guid StaffId);

/// <summary>An application given to one of the bureau's team by its coordinator or executive (art. 5-ç). Every owner is kept.</summary>
public sealed class AssignApplication(PlaceTransaction database, AuthenticateStaff staff, TimeProvider time)
{
    public async Task<IResult> RunAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var officer = await staff.FromAsync(http.Request, stop);
        if ((Authorization.ToOpen(officer, province) ?? Authorization.ToSettle(officer)) is { } refusal) return Problems.Refused(refusal);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } json) return Problems.Unreadable;
        var errors = new FieldErrors();
        var fields = new JsonFields(json, "", errors);
        var to = fields.Id("staffId", required: true);
        if (errors.Any) return Problems.Fields(errors);

        return await database.RunAsync(province, work => AssignAsync(work, province, trackingNumber, officer!, to), stop, Authorization.SeesSealed(officer!));
    }

    /// <summary>In the caller's transaction, which sees the application's province.</summary>
    /// <param name="to">Null: it has no owner any more.</param>
    public async Task<IResult> AssignAsync(PlaceWork work, int province, string number, StaffMember by, Guid? to)
    {
        var application = await ApplicationLog.LockAsync(work, province, number);
        if (application is null) return Problems.NotFound;
        if (Authorization.ToAssign(by, application) is { } forbidden) return Problems.Refused(forbidden);
        if (!LifeCycle.IsPending(application.Status)) return NextSteps.Impossible(application.Status);
        var today = IstanbulTime.DayOf(time.GetUtcNow());
        if (to is not null && await work.FindAsync<int?>("Bureaus/FindTeamMember.sql", new { staff = to, bureau = application.BureauCode, province, today }) is null)
        {
            var errors = new FieldErrors();
            errors.Add("staffId", "unknown", "Başvuruyu alan büronun böyle bir görevlisi yok.");
            return Problems.Fields(errors);
        }
        await work.ExecuteAsync("Bureaus/Assign.sql", new
        {
            province, applications = new[] { application.ApplicationId }, staff = new[] { to }, automatic = false, role = by.RoleCode, actor = by.Pseudonym,
        });
        return TypedResults.NoContent();
    }
}
