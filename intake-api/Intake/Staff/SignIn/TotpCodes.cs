using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace AcikKapi.Intake.Staff.SignIn;

/// <summary>Codes of an authenticator app (RFC 6238: SHA-1, 6 digits, 30 s), one step early or late. Secrets are kept under the key ring of the keys folder.</summary>
public sealed class TotpCodes(IDataProtectionProvider protection, TimeProvider time)
{
    readonly IDataProtector _box = protection.CreateProtector("TOTP");

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    public byte[] Close(byte[] secret) => _box.Protect(secret);

    /// <summary>The time step of a right code, which must not be taken again; null for a wrong one.</summary>
    public long? Check(byte[] closedSecret, string code) => CheckPlain(_box.Unprotect(closedSecret), code);

    public long? CheckPlain(byte[] secret, string code) =>
        new OtpNet.Totp(secret).VerifyTotp(time.GetUtcNow().UtcDateTime, code.Replace(" ", "", StringComparison.Ordinal), out var step, new VerificationWindow(previous: 1, future: 1)) ? step : null;

    /// <summary>What the app reads, as a picture or typed.</summary>
    public static string Address(string name, byte[] secret) =>
        $"otpauth://totp/{Uri.EscapeDataString($"Açık Kapı:{name}")}?secret={Base32Encoding.ToString(secret)}&issuer={Uri.EscapeDataString("Açık Kapı")}";

    public static string Written(byte[] secret) => string.Join(' ', Base32Encoding.ToString(secret).Chunk(4).Select(four => new string(four)));
}
