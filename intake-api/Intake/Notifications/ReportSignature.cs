using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AcikKapi.Intake.Notifications;

/// <summary>The address at which the gateway reports on a message: nobody can make one up without the key.</summary>
public sealed class ReportSignature(byte[] key)
{
    public const string Path = "/internal/sms/reports";

    public Uri Address(string server, int province, long message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{server}{Path}?province={province}&message={message}&signature={Of(province, message)}"));

    public bool IsOurs(int province, long message, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(province, message)), Encoding.ASCII.GetBytes(signature));

    string Of(int province, long message) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{province}-{message}"))).AsSpan(0, 16));
}
