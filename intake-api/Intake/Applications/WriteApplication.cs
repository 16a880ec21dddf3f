using System.Text.Json;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Clock;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Notifications;
using AcikKapi.Intake.TipOffs;
using Npgsql;

namespace AcikKapi.Intake.Applications;

/// <summary>What stood in the way of one row of SubmitApplication.sql, if anything; the application's id where nothing did.</summary>
public sealed record RowOutcome(bool IsAlone, int CalendarVersion, string? BureauCode, byte[]? AnsweredBodyHash, string? Answered, long? ApplicationId);

public enum WriteResult { Written, Replayed, KeyReused, NoSuchBureau, StillRunning }

/// <param name="Response">The receipt as JSON, of now or of the first time; null where nothing was written.</param>
public sealed record Written(WriteResult Result, string? Response)
{
    public SubmissionReceipt Receipt => JsonSerializer.Deserialize<SubmissionReceipt>(Response!, IntakeJson.Options)!;
}

/// <summary>An accepted submission made a row, with a number, a deadline by the calendar in force and the key under which its answer is remembered.</summary>
public sealed class WriteApplication(Calendars calendars, QuietHours quietHours, Pseudonymizer pseudonyms, TipOffSeal seal, TimeProvider time)
{
    public const string Statement = "Applications/SubmitApplication.sql";

    const int Tries = 5;

    /// <param name="send">Sends the row by <see cref="Statement"/>, in a transaction that holds <see cref="Calendars.Lock"/> shared.</param>
    public async Task<Written> RunAsync(Accepted accepted, Guid key, byte[] hash, Func<ApplicationRows, Task<RowOutcome>> send, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try { if (await TryAsync(accepted, key, hash, send, stop) is { } written) return written; }
            // The key was written after we looked, or (once in 10^16) the tracking number is taken: look again.
            catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UniqueViolation && attempt < Tries) { }
        }
    }

    /// <summary>Null: leave was added since the calendar was read, so try again with the new one.</summary>
    async Task<Written?> TryAsync(Accepted accepted, Guid key, byte[] hash, Func<ApplicationRows, Task<RowOutcome>> send, CancellationToken stop)
    {
        var province = accepted.Submission.Location.ProvinceCode;
        var calendar = calendars.Now;
        var dueOn = calendar.Of(province).Deadline(accepted.Day);
        var number = TrackingNumber.Create(province);
        var response = JsonSerializer.Serialize(
            new SubmissionReceipt(number, LifeCycle.Received, TurkishTime.Of(accepted.ReceivedAt, accepted.Submission.Kind), dueOn), IntakeJson.Options);
        var outcome = await send(new ApplicationRows(accepted, number, pseudonyms, seal)
        {
            Key = key, BodyHash = hash, Response = response, KeyAt = accepted.IsTipOff ? StartOfToday() : time.GetUtcNow().UtcDateTime,
            CalendarVersion = calendar.Version, DueOn = dueOn, NotBefore = quietHours.NotBefore(accepted.At, accepted.IsTipOff).UtcDateTime,
        });

        if (outcome.ApplicationId is not null) return new Written(WriteResult.Written, response);
        if (outcome.Answered is { } earlier && outcome.AnsweredBodyHash.AsSpan().SequenceEqual(hash)) return new Written(WriteResult.Replayed, earlier);
        if (outcome.Answered is not null) return new Written(WriteResult.KeyReused, null);
        if (outcome.BureauCode is null) return new Written(WriteResult.NoSuchBureau, null);
        if (!outcome.IsAlone) return new Written(WriteResult.StillRunning, null);
        await calendars.RefreshAsync(stop);
        return null;
    }

    // The key's time would otherwise tell when a tip-off came.
    DateTime StartOfToday() => IstanbulTime.StartOfDay(IstanbulTime.DayOf(time.GetUtcNow())).UtcDateTime;
}
