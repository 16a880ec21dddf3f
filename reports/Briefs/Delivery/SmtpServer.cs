using AcikKapi.Domain;
using MailKit.Security;
using MimeKit;

namespace AcikKapi.Reports.Delivery;

/// <summary>
/// The server that takes our mail, by ACIKKAPI_SMTP: smtps://user@host:465, smtp://host:25 (STARTTLS where the server has it; a password
/// is never sent without). The sender by ACIKKAPI_MAIL_FROM, the password in keys/smtp.password.
/// </summary>
public sealed record SmtpServer(string Host, int Port, SecureSocketOptions Security, MailboxAddress From, string? User, string? Password)
{
    /// <summary>Null where none is configured.</summary>
    /// <exception cref="UserError">It is configured by halves.</exception>
    public static SmtpServer? FromEnvironment(string passwordFile)
    {
        if (Environment.GetEnvironmentVariable("ACIKKAPI_SMTP") is not { Length: > 0 } text) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps"))
            throw new UserError("ACIKKAPI_SMTP must look like smtp://host:25 or smtps://user@host:465.");
        if (!MailboxAddress.TryParse(Environment.GetEnvironmentVariable("ACIKKAPI_MAIL_FROM") ?? "", out var from))
            throw new UserError("ACIKKAPI_SMTP is set, so ACIKKAPI_MAIL_FROM must be the sender's address.");
        var user = uri.UserInfo.Length > 0 ? Uri.UnescapeDataString(uri.UserInfo) : null;
        if (user is not null && !File.Exists(passwordFile)) throw new UserError("ACIKKAPI_SMTP names a user; write the password into keys/smtp.password (0600).");
        var secure = uri.Scheme == "smtps";
        return new(
            uri.Host, uri.Port > 0 ? uri.Port : secure ? 465 : 25,
            secure ? SecureSocketOptions.SslOnConnect : user is null ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls,
            from, user, user is null ? null : File.ReadAllText(passwordFile).Trim());
    }
}
