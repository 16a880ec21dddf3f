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
    /// <exception cref="UserError">A variable is missing or is not what it should be.</exception>
    public static IntakeSettings FromEnvironment() => new(
        Connection: Required("ConnectionStrings__Intake"),
        Keys: Required("ACIKKAPI_KEYS"),
        Port: Number("ACIKKAPI_PORT", 5080, 65535),
        RateLimit: Number("ACIKKAPI_RATE_LIMIT", 60, int.MaxValue),
        Demo: Environment.GetEnvironmentVariable("ACIKKAPI_DEMO") == "1",
        KnownProxies: [.. Listed("ACIKKAPI_KNOWN_PROXIES").Select(Address)]);

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

    static IPAddress Address(string value) =>
        IPAddress.TryParse(value, out var address) ? address : throw new UserError($"ACIKKAPI_KNOWN_PROXIES: '{value}' is no IP address.");
}
