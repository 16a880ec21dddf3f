using System.Security.Cryptography;
using OtpNet;

namespace AcikKapi.Intake.Staff.SignIn;

/// <summary>What lets a named person choose a password, once, within a week: 100 random bits in five groups, told by whoever named them.</summary>
public static class EnrolmentCode
{
    public static readonly TimeSpan Valid = TimeSpan.FromDays(7);

    public static string Create() => string.Join('-', Base32Encoding.ToString(RandomNumberGenerator.GetBytes(13))[..20].Chunk(4).Select(four => new string(four)));

    public static byte[] Hash(string code) => StaffToken.Hash(new string([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]));
}
