using System.Security.Cryptography;
using System.Text;

namespace AcikKapi.Domain.Identity;

/// <summary>
/// The keyed name a person or officer has outside the intake database. A plain hash would be none: all 900 million
/// valid national ids can be hashed in minutes. Thread safe.
/// </summary>
public sealed class Pseudonymizer
{
    public const int Length = 17;

    readonly byte[] key;
    readonly byte keyId;

    /// <param name="key">At least 32 random bytes, kept outside every warehouse file.</param>
    /// <param name="keyId">Leads each pseudonym, so that a changed key shows.</param>
    public Pseudonymizer(byte[] key, byte keyId)
    {
        if (key.Length < 32)
            throw new UserError("The pseudonym key must have at least 32 bytes.");
        this.key = [.. key];
        this.keyId = keyId;
    }

    /// <summary>17 bytes: the key's id, then the first 128 bits of HMAC-SHA-256 over the id's UTF-8 bytes.</summary>
    public byte[] Of(string id)
    {
        Span<byte> text = stackalloc byte[128];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!Encoding.UTF8.TryGetBytes(id, text, out var length))
            throw new ArgumentException("An id has at most 128 bytes.", nameof(id));
        HMACSHA256.HashData(key, text[..length], hash);

        var pseudonym = new byte[Length];
        pseudonym[0] = keyId;
        hash[..(Length - 1)].CopyTo(pseudonym.AsSpan(1));
        return pseudonym;
    }
}
