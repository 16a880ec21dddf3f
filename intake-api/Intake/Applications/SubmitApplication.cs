using System.Text.Json;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;
using Npgsql;

namespace AcikKapi.Intake.Applications;

/// <summary>What the applicant gets: the number to ask with, and the day by which an answer is due.</summary>
/// <param name="ReceivedAt">An instant; of a tip-off only the day.</param>
public sealed record SubmissionReceipt(string TrackingNumber, string Status, string ReceivedAt, DateOnly DueDate);

/// <summary>POST /v1/applications: checked, then written with its applicant, first event and idempotency key in one transaction.</summary>
public sealed class SubmitApplication(
    PlaceTransaction database, AuthenticateStaff staff, RequestClock clock, Pseudonymizer pseudonyms, TimeProvider time, Telemetry telemetry)
{
    /// <summary>What stands in the database before the application does.</summary>
    sealed record Door(bool? IsAlone, byte[]? BodyHash, string? Response, string? BureauCode);

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
        for (var attempt = 1; ; attempt++)
        {
            try { return await database.RunAsync(province, work => WriteAsync(work, accepted, key, body.Hash, errors, http), stop); }
            // The key was written after we looked, or (once in 10^16) the tracking number is taken: look again.
            catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UniqueViolation && attempt < 3) { }
        }
    }

    async Task<IResult> WriteAsync(PlaceWork work, Accepted accepted, Guid? key, byte[] hash, FieldErrors errors, HttpContext http)
    {
        var submission = accepted.Submission;
        var door = await work.FindAsync<Door>("Applications/OpenDoor.sql", new
        {
            key, keyLock = key is { } k ? IdempotencyKey.Lock(k) : (long?)null,
            bureau = submission.BureauCode, province = submission.Location.ProvinceCode, district = submission.Location.DistrictCode, day = accepted.Day,
        });
        if (door!.Response is not null && door.BodyHash.AsSpan().SequenceEqual(hash)) return Replay(door.Response, http);
        if (door.Response is not null) errors.Add(IdempotencyKey.Header, "reused", "Bu anahtar başka bir gönderide kullanılmış; yeni gönderi için yeni anahtar üretin.");
        else if (door.BureauCode is null && submission.BureauCode is not null) errors.Add("bureauCode", "unknown", "Bu ilde böyle açık bir büro yok.");
        if (errors.Any) return await RefuseAsync(work, submission.Channel, submission.Location.ProvinceCode, accepted.Day, errors);
        if (door.IsAlone == false) return IdempotencyKey.StillRunning(http);

        var number = TrackingNumber.Create(submission.Location.ProvinceCode);
        var receipt = new SubmissionReceipt(number, LifeCycle.Received, TurkishTime.Of(accepted.ReceivedAt, submission.Kind), accepted.DueOn);
        var response = JsonSerializer.Serialize(receipt, IntakeJson.Options);
        await work.ExecuteAsync("Applications/SubmitApplication.sql", new ApplicationRows(accepted, number, door.BureauCode!, pseudonyms)
        {
            Key = key!.Value, BodyHash = hash, Response = response, KeyAt = accepted.IsTipOff ? StartOfToday() : time.GetUtcNow().UtcDateTime,
        });
        telemetry.Count("accepted");
        return Created(response, number, http);
    }

    // The key's time would otherwise tell when a tip-off came.
    DateTime StartOfToday() => IstanbulTime.StartOfDay(IstanbulTime.DayOf(time.GetUtcNow())).UtcDateTime;

    IResult Replay(string response, HttpContext http)
    {
        telemetry.Count("replayed");
        return Created(response, JsonSerializer.Deserialize<SubmissionReceipt>(response, IntakeJson.Options)!.TrackingNumber, http);
    }

    static IResult Created(string response, string number, HttpContext http)
    {
        http.Response.Headers.Location = $"/v1/applications/{number}";
        return TypedResults.Text(response, "application/json; charset=utf-8", statusCode: StatusCodes.Status201Created);
    }

    async Task<IResult> RefuseUnreadableAsync(DateTimeOffset at, CancellationToken stop)
    {
        var errors = new FieldErrors();
        errors.Add("", "syntax", "Gönderi geçerli bir JSON nesnesi değil.");
        await database.RunAsync(place: null, work => RefuseAsync(work, "", 0, IstanbulTime.DayOf(at), errors), stop);
        return Problems.Unreadable;
    }

    async Task<IResult> RefuseAsync(PlaceWork work, string channel, int province, DateOnly day, FieldErrors errors)
    {
        await CountRefusals.RunAsync(work, channel, province, day, errors);
        telemetry.Count("refused");
        return Problems.Fields(errors);
    }
}
