using System.Text.Json.Serialization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Applications;

/// <summary>What the applicant gets: the number to ask with, and the day by which an answer is due.</summary>
/// <param name="ReceivedAt">An instant; of a tip-off only the day.</param>
/// <param name="BoxKey">Of a tip-off: opens its message box (header Box-Key). Told here only.</param>
public sealed record SubmissionReceipt(
    string TrackingNumber, string Status, string ReceivedAt, DateOnly DueDate,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? BoxKey = null);

/// <summary>POST /v1/applications: checked, then written with its applicant, first event, SMS and idempotency key in one transaction.</summary>
public sealed class SubmitApplication(PlaceTransaction database, SharedCommits commits, AuthenticateStaff staff, RequestClock clock, WriteApplication write, Telemetry telemetry)
{
    public async Task<IResult> RunAsync(HttpContext http, CancellationToken stop)
    {
        var errors = new FieldErrors();
        var (at, isSimulated) = clock.Of(http.Request, errors);
        var key = IdempotencyKey.Read(http.Request, errors);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } json) return await RefuseUnreadableAsync(at, stop);

        var submission = ReadSubmission.From(new JsonFields(json, "", errors), IstanbulTime.DayOf(at));
        var channel = Vocabulary.Current.Channels.Find(submission.Channel);
        var officer = channel is { StaffOnly: true } ? await staff.FromAsync(http.Request, stop) : null;
        var (province, district) = (submission.Location.ProvinceCode, submission.Location.DistrictCode);
        if (Authorization.ToSubmit(officer, channel is { StaffOnly: true }, province, district) is { } refusal) return Problems.Refused(refusal);

        var accepted = new Accepted(submission, at, isSimulated ? "simulated" : "posted", officer);
        if (errors.Any) return await RefuseAsync(accepted, errors, stop);
        var written = await write.RunAsync(accepted, key!.Value, body.Hash, row => commits.RunAsync<RowOutcome>(province, WriteApplication.Statement, row), stop);
        if (written.Response is not null) return Created(written, http);
        if (written.Result == WriteResult.StillRunning) return IdempotencyKey.StillRunning(http);
        if (written.Result == WriteResult.KeyReused) errors.Add(IdempotencyKey.Header, "reused", "Bu anahtar başka bir gönderide kullanılmış; yeni gönderi için yeni anahtar üretin.");
        else errors.Add("bureauCode", "unknown", "Bu ilde böyle açık bir büro yok.");
        return await RefuseAsync(accepted, errors, stop);
    }

    IResult Created(Written written, HttpContext http)
    {
        telemetry.Count(written.Result == WriteResult.Written ? "accepted" : "replayed");
        http.Response.Headers.Location = $"/v1/applications/{written.Receipt.TrackingNumber}";
        return TypedResults.Text(written.Response!, "application/json; charset=utf-8", statusCode: StatusCodes.Status201Created);
    }

    async Task<IResult> RefuseUnreadableAsync(DateTimeOffset at, CancellationToken stop)
    {
        var errors = new FieldErrors();
        errors.Add("", "syntax", "Gönderi geçerli bir JSON nesnesi değil.");
        await CountAsync("", province: 0, IstanbulTime.DayOf(at), errors, stop);
        return Problems.Unreadable;
    }

    async Task<IResult> RefuseAsync(Accepted accepted, FieldErrors errors, CancellationToken stop)
    {
        await CountAsync(accepted.Submission.Channel, accepted.Submission.Location.ProvinceCode, accepted.Day, errors, stop);
        return Problems.Fields(errors);
    }

    async Task CountAsync(string channel, int province, DateOnly day, FieldErrors errors, CancellationToken stop)
    {
        await database.RunAsync(province, work => CountRefusals.RunAsync(work, channel, province, day, errors), stop);
        telemetry.Count("refused");
    }
}
