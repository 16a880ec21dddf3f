using AcikKapi.Domain;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace AcikKapi.Reports.Delivery;

/// <summary>How many messages went out, and how many the server did not take: those are tried again the next night.</summary>
public sealed record DeliveryResult(int Sent, int Refused);

/// <summary>
/// The last ended periods' briefs by e-mail, each to each recipient once for what it says. An address stands in no log and no error.
/// </summary>
public static class SendBriefs
{
    /// <exception cref="UserError">The server cannot be reached or does not let us in.</exception>
    public static async Task<DeliveryResult> RunAsync(
        IReadOnlyList<Recipient> recipients, BriefManifest manifest, string outDir, DateOnly asOf, SentLedger ledger, SmtpServer server, CancellationToken ct)
    {
        var due = recipients
            .Select(recipient => (Recipient: recipient, Brief: manifest.Of(recipient.Scope, BriefPeriod.LastEnded(recipient.Period, asOf))))
            .Where(pair => pair.Brief is not null && !ledger.Has(pair.Recipient, pair.Brief)).ToList();
        if (due.Count == 0) return new(0, 0);
        using var client = new SmtpClient();
        await ConnectAsync(client, server, ct);
        var sent = 0;
        foreach (var (recipient, brief) in due)
        {
            if (!client.IsConnected) await ConnectAsync(client, server, ct);
            try
            {
                await client.SendAsync(await MessageAsync(server, recipient, brief!, outDir, ct), ct);
            }
            catch (Exception refusal) when (refusal is SmtpCommandException or ServiceNotConnectedException or IOException)
            {
                continue; // its text may name the address
            }
            ledger.Add(recipient, brief!);
            sent++;
        }
        if (client.IsConnected) await client.DisconnectAsync(true, ct);
        return new(sent, due.Count - sent);
    }

    static async Task ConnectAsync(SmtpClient client, SmtpServer server, CancellationToken ct)
    {
        try
        {
            await client.ConnectAsync(server.Host, server.Port, server.Security, ct);
            if (server is { User: { } user, Password: { } password }) await client.AuthenticateAsync(user, password, ct);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new UserError($"The mail server {server.Host}:{server.Port} does not take our mail ({error.GetType().Name}); the briefs are printed and are sent the next night. Check ACIKKAPI_SMTP and keys/smtp.password.");
        }
    }

    static async Task<MimeMessage> MessageAsync(SmtpServer server, Recipient recipient, ManifestEntry brief, string outDir, CancellationToken ct)
    {
        var body = new BodyBuilder
        {
            TextBody = $"""
                {brief.Title} ektedir.

                Bu ileti, belge yeni yayımlandığında ya da içindeki sayılar değiştiğinde bir kez gönderilir. Belgede kimseyi tanıtan bilgi yoktur.
                """,
        };
        await body.Attachments.AddAsync($"{brief.Path.Replace('/', '-')}.pdf", new MemoryStream(await File.ReadAllBytesAsync(Path.Combine(outDir, $"{brief.Path}.pdf"), ct)), new ContentType("application", "pdf"), ct);
        return new MimeMessage([server.From], [recipient.Address], brief.Title, body.ToMessageBody());
    }
}
