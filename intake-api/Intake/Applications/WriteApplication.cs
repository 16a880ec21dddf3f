using System.Globalization;
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
        var line = LineOf(accepted.Submission);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (written, bureau) = await TryAsync(accepted, line, key, hash, send, stop);
                if (written is not null) return written;
                line = bureau;
            }
            // The key was written after we looked, or (once in 10^16) the tracking number is taken: look again.
            catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UniqueViolation && attempt < Tries) { }
        }
    }

    /// <summary>Null: leave was added since the calendar was read, or another bureau receives the tip-off than it was sealed for. To be tried again, for that bureau.</summary>
    async Task<(Written? Written, string Bureau)> TryAsync(Accepted accepted, string line, Guid key, byte[] hash, Func<ApplicationRows, Task<RowOutcome>> send, CancellationToken stop)
    {
        var province = accepted.Submission.Location.ProvinceCode;
        var calendar = calendars.Now;
        var dueOn = calendar.Of(province).Deadline(accepted.Day);
        var number = TrackingNumber.Create(province);
        var response = ToJson(new SubmissionReceipt(number, LifeCycle.Received, TurkishTime.Of(accepted.ReceivedAt, accepted.Submission.Kind), dueOn));
        var outcome = await send(new ApplicationRows(accepted, number, line, pseudonyms, seal)
        {
            Key = key, BodyHash = hash, Response = response, KeyAt = accepted.IsTipOff ? StartOfToday() : time.GetUtcNow().UtcDateTime,
            CalendarVersion = calendar.Version, DueOn = dueOn, NotBefore = quietHours.NotBefore(accepted.At, accepted.IsTipOff).UtcDateTime,
        });

        if (Of(outcome, accepted, hash, response) is { } written) return (written, line);
        if (outcome.CalendarVersion != calendar.Version) await calendars.RefreshAsync(stop);
        return (null, outcome.BureauCode!);
    }

    Written? Of(RowOutcome outcome, Accepted accepted, byte[] hash, string response) =>
        outcome.ApplicationId is not null ? new Written(WriteResult.Written, Told(response, accepted))
        : outcome.Answered is { } earlier && outcome.AnsweredBodyHash.AsSpan().SequenceEqual(hash) ? new Written(WriteResult.Replayed, Told(earlier, accepted))
        : outcome.Answered is not null ? new Written(WriteResult.KeyReused, null)
        : outcome.BureauCode is null ? new Written(WriteResult.NoSuchBureau, null)
        : !outcome.IsAlone ? new Written(WriteResult.StillRunning, null)
        : null;

    /// <summary>What is told of a tip-off's receipt and is not remembered: the key of its message box.</summary>
    string Told(string response, Accepted accepted)
    {
        if (!accepted.IsTipOff) return response;
        var receipt = JsonSerializer.Deserialize<SubmissionReceipt>(response, IntakeJson.Options)!;
        return ToJson(receipt with { BoxKey = seal.BoxKeyOf(receipt.TrackingNumber) });
    }

    static string ToJson(SubmissionReceipt receipt) => JsonSerializer.Serialize(receipt, IntakeJson.Options);

    /// <summary>The bureau that will most likely receive it; which one does is found in the statement that writes.</summary>
    static string LineOf(Submission submission) => submission.BureauCode ?? string.Create(CultureInfo.InvariantCulture,
        $"{submission.Location.ProvinceCode}{(submission.Location.DistrictCode is { } district ? $"-{district}" : "")}");

    // The key's time would otherwise tell when a tip-off came.
    DateTime StartOfToday() => IstanbulTime.StartOfDay(IstanbulTime.DayOf(time.GetUtcNow())).UtcDateTime;
}
