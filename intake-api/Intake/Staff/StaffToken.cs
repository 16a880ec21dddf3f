using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace AcikKapi.Intake.Staff;

/// <summary>A bearer token: 256 random bits, base64url. Only its SHA-256 is kept, which is enough for a random secret.</summary>
public static class StaffToken
{
    public static string Create() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
