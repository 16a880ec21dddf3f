using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.TipOffs;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AcikKapi.Intake.Notifications;

/// <summary>
/// The outbox's other end: claims up to ten due messages, sends them, writes what became of them, commits. Killed between
/// sending and commit it sends at most those ten again; none is lost. Several servers may relay at once.
/// </summary>
public sealed class RelayMessages(RelayDatabase database, SmsGateway gateway, ReportSignature signature, SmsSettings settings, TipOffSeal seal, IServer server, ILogger<RelayMessages> log)
    : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    sealed record Due(
        short ProvinceCode, long MessageId, string TemplateCode, short TemplateVersion, short Tries, string? Phone, byte[]? SealedPhone, string BureauCode, string TrackingNumber, DateOnly DueOn,
        string? UnitName, string? HandedOverTo, bool IsDiscreet);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isAway = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var (claimed, taken) = await database.RunAsync(work => RelayAsync(work, stoppingToken), stoppingToken);
                isAway = false;
                if (claimed == 0 || taken == 0) await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (Exception error) when (HandleExceptions.IsDatabaseAway(error))
            {
                if (!isAway) log.LogWarning("Messages wait: the database is away.");
                isAway = true;
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task<(int Claimed, int Taken)> RelayAsync(PlaceWork work, CancellationToken stop)
    {
        var due = await work.ListAsync<Due>("Notifications/ClaimMessages.sql", new { });
        if (due.Count == 0) return (0, 0);
        // Once sent, what became of it must be written: stopping waits for this batch.
        var answers = await Task.WhenAll(due.Select(SendAsync));
        await work.ExecuteAsync("Notifications/MarkMessages.sql", new
        {
            provinces = due.Select(m => m.ProvinceCode).ToArray(), ids = due.Select(m => m.MessageId).ToArray(),
            states = due.Zip(answers, State).ToArray(), statuses = answers.Select(a => a.Status).ToArray(), retryAfter = settings.RetryAfter,
        });
        return (due.Count, answers.Count(a => a.Verdict == GatewayVerdict.Accepted));
    }

    Task<GatewayAnswer> SendAsync(Due message)
    {
        var phone = message.Phone ?? (message.SealedPhone is { } box ? seal.Open(message.BureauCode, message.TrackingNumber, box) : null);
        if (phone is null) return Task.FromResult(new GatewayAnswer(GatewayVerdict.Never, "forgotten")); // a tip-off whose sender is no longer known
        var text = RenderMessage.Run(new MessageTemplate(message.TemplateCode, message.TemplateVersion),
            new MessageFacts(message.TrackingNumber, message.DueOn, message.UnitName, message.HandedOverTo, message.IsDiscreet));
        return gateway.SendAsync(phone, text, signature.Address(OwnAddress, message.ProvinceCode, message.MessageId), CancellationToken.None);
    }

    string OwnAddress => server.Features.Get<IServerAddressesFeature>()!.Addresses.First();

    string State(Due message, GatewayAnswer answer) => answer.Verdict switch
    {
        GatewayVerdict.Accepted => MessageState.Sending,
        GatewayVerdict.TryAgain when message.Tries + 1 < settings.Tries => MessageState.TemporaryFailure,
        _ => MessageState.TechnicalFailure,
    };
}
