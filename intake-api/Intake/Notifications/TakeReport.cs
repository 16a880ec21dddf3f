namespace AcikKapi.Intake.Notifications;

/// <summary>GET /internal/sms/reports: the gateway's word on one message. Unknown and repeated reports are thanked alike, or it would repeat them.</summary>
public sealed class TakeReport(RelayDatabase database, ReportSignature signature, IntakeSettings settings)
{
    sealed record Message(string State, short Tries);

    public async Task<IResult> RunAsync(int? province, long? message, string? given, int? status, CancellationToken stop)
    {
        if (province is not { } place || message is not { } id || status is not { } report || !signature.IsOurs(place, id, given ?? "")) return TypedResults.Ok();
        await database.RunAsync(async work =>
        {
            var found = await work.FindAsync<Message>("Notifications/LockMessage.sql", new { place, id });
            if (found is null) return 0;
            var state = MessageState.After(found.State, report, found.Tries < settings.Sms.Tries);
            return await work.ExecuteAsync("Notifications/TakeReport.sql", new { place, id, state, report = FormattableString.Invariant($"dlr-{report}"), retryAfter = settings.Sms.RetryAfter });
        }, stop);
        return TypedResults.Ok();
    }
}
