using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace AcikKapi.Intake.Access;

/// <summary>One look at what identifies a person.</summary>
/// <param name="EntryNo">1, 2, 3 … within the province.</param>
/// <param name="What"><c>words</c> (text and applicant, the national id masked), <c>file</c>, <c>national_id</c>, <c>tip_off_box</c> or <c>visit</c> (name, phone and place of whom a field officer goes to).</param>
/// <param name="Mac">Of this entry and the one before it; null where it was logged before the chain began.</param>
public sealed record AccessEntry(
    short ProvinceCode, long EntryNo, long ApplicationId, DateTime At, string What, string ActorRoleCode, byte[] ActorPseudonym, string Reason, byte[]? Mac)
{
    public const string Words = "words", File = "file", NationalId = "national_id", TipOffBox = "tip_off_box", Visit = "visit";

    /// <summary>HMAC-SHA-256 of the mac before it and all that the entry says, as a JSON array, so that no two entries read alike.</summary>
    /// <param name="before">Null at the beginning of the chain.</param>
    public byte[] MacOf(byte[] key, byte[]? before)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(before ?? new byte[HMACSHA256.HashSizeInBytes]);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(new object[]
        {
            ProvinceCode, EntryNo, ApplicationId, At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            What, ActorRoleCode, Base64Url.EncodeToString(ActorPseudonym), Reason,
        }));
        return hash.GetHashAndReset();
    }
}
