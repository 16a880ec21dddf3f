using System.Text.Json;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Clock;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Notifications;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.TipOffs;
using Npgsql;

namespace AcikKapi.Intake.Applications;

/// <summary>What the applicant gets: the number to ask with, and the day by which an answer is due.</summary>
/// <param name="ReceivedAt">An instant; of a tip-off only the day.</param>
public sealed record SubmissionReceipt(string TrackingNumber, string Status, string ReceivedAt, DateOnly DueDate);

/// <summary>POST /v1/applications: checked, then written with its applicant, first event, SMS and idempotency key in one transaction.</summary>
public sealed class SubmitApplication(
    PlaceTransaction database, SharedCommits commits, AuthenticateStaff staff, RequestClock clock, Calendars calendars, QuietHours quietHours,
    Pseudonymizer pseudonyms, TipOffSeal seal, TimeProvider time, Telemetry telemetry)
{
    const int Tries = 5;

    /// <summary>What stood in the way, if anything; the application's id where nothing did.</summary>
    sealed record Outcome(bool IsAlone, int CalendarVersion, string? BureauCode, byte[]? AnsweredBodyHash, string? Answered, long? ApplicationId);

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
        for (var attempt = 1; ; attempt++)
        {
            try { if (await TryWriteAsync(accepted, key!.Value, body.Hash, errors, http, stop) is { } answer) return answer; }
            // The key was written after we looked, or (once in 10^16) the tracking number is taken: look again.
            catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UniqueViolation && attempt < Tries) { }
        }
    }

    /// <summary>Null: leave was added since the calendar was read, so try again with the new one.</summary>
    async Task<IResult?> TryWriteAsync(Accepted accepted, Guid key, byte[] hash, FieldErrors errors, HttpContext http, CancellationToken stop)
    {
        var province = accepted.Submission.Location.ProvinceCode;
        var calendar = calendars.Now;
        var dueOn = calendar.Of(province).Deadline(accepted.Day);
        var number = TrackingNumber.Create(province);
        var response = JsonSerializer.Serialize(
            new SubmissionReceipt(number, LifeCycle.Received, TurkishTime.Of(accepted.ReceivedAt, accepted.Submission.Kind), dueOn), IntakeJson.Options);
        var outcome = await commits.RunAsync<Outcome>(province, "Applications/SubmitApplication.sql", new ApplicationRows(accepted, number, pseudonyms, seal)
        {
            Key = key, BodyHash = hash, Response = response, KeyAt = accepted.IsTipOff ? StartOfToday() : time.GetUtcNow().UtcDateTime,
            CalendarVersion = calendar.Version, DueOn = dueOn, NotBefore = quietHours.NotBefore(accepted.At, accepted.IsTipOff).UtcDateTime,
        });

        if (outcome.ApplicationId is not null) return Created(response, number, http, "accepted");
        if (outcome.Answered is { } earlier && outcome.AnsweredBodyHash.AsSpan().SequenceEqual(hash)) return Replay(earlier, http);
        if (outcome.Answered is not null) errors.Add(IdempotencyKey.Header, "reused", "Bu anahtar başka bir gönderide kullanılmış; yeni gönderi için yeni anahtar üretin.");
        else if (outcome.BureauCode is null) errors.Add("bureauCode", "unknown", "Bu ilde böyle açık bir büro yok.");
        if (errors.Any) return await RefuseAsync(accepted, errors, stop);
        if (!outcome.IsAlone) return IdempotencyKey.StillRunning(http);
        await calendars.RefreshAsync(stop);
        return null;
    }

    // The key's time would otherwise tell when a tip-off came.
    DateTime StartOfToday() => IstanbulTime.StartOfDay(IstanbulTime.DayOf(time.GetUtcNow())).UtcDateTime;

    IResult Replay(string response, HttpContext http) =>
        Created(response, JsonSerializer.Deserialize<SubmissionReceipt>(response, IntakeJson.Options)!.TrackingNumber, http, "replayed");

    IResult Created(string response, string number, HttpContext http, string result)
    {
        telemetry.Count(result);
        http.Response.Headers.Location = $"/v1/applications/{number}";
        return TypedResults.Text(response, "application/json; charset=utf-8", statusCode: StatusCodes.Status201Created);
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
