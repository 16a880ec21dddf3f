using System.Globalization;
using System.Net;
using AcikKapi.Domain;

namespace AcikKapi.Intake;

/// <summary>What the environment says; see docs/operations.md for the variables.</summary>
/// <param name="RateLimit">Submissions per client and minute; 0 = no limit.</param>
/// <param name="Demo">Simulated-At is honoured; only ever true in a demo home.</param>
/// <param name="KnownProxies">The only addresses whose X-Forwarded-For is believed.</param>
public sealed record IntakeSettings(
    string Connection, string Keys, int Port, int RateLimit, bool Demo, IReadOnlyList<IPAddress> KnownProxies)
{
    public SmsSettings Sms { get; init; } = SmsSettings.Off;

    /// <summary>The weights that type suggestions are made with; the file may come and change at any time. Null: none are made.</summary>
    public string? TypeModel { get; init; }

    /// <summary>Where browsers find the analysts' workbench; null where a proxy serves it under the intake's own name, or there is none.</summary>
    public Uri? Workbench { get; init; }

    /// <summary>Null: people sign in with local accounts only.</summary>
    public OidcSettings? Oidc { get; init; }

    /// <exception cref="UserError">A variable is missing or is not what it should be.</exception>
    public static IntakeSettings FromEnvironment() => new(
        Connection: Required("ConnectionStrings__Intake"),
        Keys: Required("ACIKKAPI_KEYS"),
        Port: Number("ACIKKAPI_PORT", 5080, 65535),
        RateLimit: Number("ACIKKAPI_RATE_LIMIT", 60, int.MaxValue),
        Demo: Environment.GetEnvironmentVariable("ACIKKAPI_DEMO") == "1",
        KnownProxies: [.. Listed("ACIKKAPI_KNOWN_PROXIES").Select(Address)])
    {
        Sms = new SmsSettings(
            Url: Environment.GetEnvironmentVariable("ACIKKAPI_SMS_URL") is { Length: > 0 } url ? Address(url, "ACIKKAPI_SMS_URL") : null,
            User: Environment.GetEnvironmentVariable("ACIKKAPI_SMS_USER") ?? "acikkapi",
            Sender: Environment.GetEnvironmentVariable("ACIKKAPI_SMS_SENDER") ?? "ACIKKAPI",
            QuietHours: Environment.GetEnvironmentVariable("ACIKKAPI_SMS_QUIET_HOURS") != "off",
            RetryAfter: TimeSpan.FromSeconds(Number("ACIKKAPI_SMS_RETRY_SECONDS", 300, 86_400)),
            Tries: Number("ACIKKAPI_SMS_TRIES", 48, 1000),
            Price: Price("ACIKKAPI_SMS_PRICE")),
        TypeModel = Environment.GetEnvironmentVariable("ACIKKAPI_TYPE_MODEL") is { Length: > 0 } model ? model : null,
        Workbench = Environment.GetEnvironmentVariable("ACIKKAPI_WORKBENCH_URL") is { Length: > 0 } workbench ? Address(workbench, "ACIKKAPI_WORKBENCH_URL") : null,
        Oidc = Environment.GetEnvironmentVariable("ACIKKAPI_OIDC_AUTHORITY") is { Length: > 0 } authority ? new OidcSettings(
            Authority: Address(authority, "ACIKKAPI_OIDC_AUTHORITY"),
            ClientId: Required("ACIKKAPI_OIDC_CLIENT"),
            ClientSecret: Environment.GetEnvironmentVariable("ACIKKAPI_OIDC_SECRET"),
            Claim: Environment.GetEnvironmentVariable("ACIKKAPI_OIDC_CLAIM") ?? "sub",
            Name: Environment.GetEnvironmentVariable("ACIKKAPI_OIDC_NAME") ?? "Kurum hesabı") : null,
    };

    static string Required(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new UserError($"{name} is not set.");

    static int Number(string name, int otherwise, int most)
    {
        var value = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrEmpty(value)) return otherwise;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new UserError($"{name} must be a number from 0 to {most.ToString(CultureInfo.InvariantCulture)}, not '{value}'.");
    }

    static string[] Listed(string name) =>
        (Environment.GetEnvironmentVariable(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static decimal? Price(string name) => Environment.GetEnvironmentVariable(name) is not { Length: > 0 } value ? null
        : decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) ? price
        : throw new UserError($"{name} must be a price such as 0.05, not '{value}'.");

    static Uri Address(string value, string name) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) ? address : throw new UserError($"{name}: '{value}' is no address.");

    static IPAddress Address(string value) =>
        IPAddress.TryParse(value, out var address) ? address : throw new UserError($"ACIKKAPI_KNOWN_PROXIES: '{value}' is no IP address.");
}

/// <summary>An OpenID Connect provider that signs people in (code flow with PKCE).</summary>
/// <param name="Authority">Its address; HTTPS, save on this machine.</param>
/// <param name="ClientSecret">Null for a public client.</param>
/// <param name="Claim">Of the ID token, that names the account: 'staff add --external'.</param>
/// <param name="Name">What the button says.</param>
public sealed record OidcSettings(Uri Authority, string ClientId, string? ClientSecret, string Claim, string Name);

/// <summary>The SMS gateway (Kannel's smsbox) and how patient we are with it.</summary>
/// <param name="Url">Its sendsms address; null: nothing is sent, messages wait.</param>
/// <param name="RetryAfter">Between two tries of one message.</param>
/// <param name="Price">Of one segment, for previews.</param>
public sealed record SmsSettings(Uri? Url, string User, string Sender, bool QuietHours, TimeSpan RetryAfter, int Tries, decimal? Price = null)
{
    public static SmsSettings Off { get; } = new(null, "acikkapi", "ACIKKAPI", QuietHours: false, TimeSpan.FromSeconds(300), 48);
}
