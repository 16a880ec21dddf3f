using System.Security.Cryptography;
using System.Text;

namespace AcikKapi.Intake.TipOffs;

/// <summary>
/// The box a tip-off's words lie in: AES-256-GCM with a key of the bureau's own tip-off line (HKDF-SHA-256 of the home's key),
/// bound to the tip-off's number, so that no box opens under another. A copy of the database without the key shows nothing.
/// </summary>
/// <param name="master">32 random bytes, kept outside the database.</param>
public sealed class TipOffSeal(byte[] master)
{
    const int Nonce = 12, Tag = 16;

    /// <summary>Nonce, tag and cipher text, in that order.</summary>
    /// <param name="bureau">Code of the bureau that received the tip-off: whose line it is.</param>
    /// <param name="number">Tracking number: part of what is authenticated.</param>
    public byte[] Close(string bureau, string number, string text) => Close(bureau, number, Encoding.UTF8.GetBytes(text));

    public byte[] Close(string bureau, string number, byte[] plain)
    {
        var box = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var line = LineOf(bureau);
        line.Encrypt(box.AsSpan(0, Nonce), plain, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), Encoding.ASCII.GetBytes(number));
        return box;
    }

    /// <exception cref="CryptographicException">Another key's, another tip-off's, or changed.</exception>
    public string Open(string bureau, string number, byte[] box) => Encoding.UTF8.GetString(OpenBytes(bureau, number, box));

    /// <exception cref="CryptographicException">Another key's, another tip-off's, or changed.</exception>
    public byte[] OpenBytes(string bureau, string number, byte[] box)
    {
        if (box.Length < Nonce + Tag) throw new CryptographicException("The box is too short.");
        var plain = new byte[box.Length - Nonce - Tag];
        using var line = LineOf(bureau);
        line.Decrypt(box.AsSpan(0, Nonce), box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), plain, Encoding.ASCII.GetBytes(number));
        return plain;
    }

    /// <summary>Made from the number each time it is told, so that the same receipt can be given twice and no copy of it lies anywhere.</summary>
    public string BoxKeyOf(string number) => BoxKey.Of(Derive("box of " + number, BoxKey.Bytes));

    AesGcm LineOf(string bureau) => new(Derive("tip-off line " + bureau, 32), Tag);

    byte[] Derive(string purpose, int bytes) => HKDF.DeriveKey(HashAlgorithmName.SHA256, master, bytes, info: Encoding.UTF8.GetBytes(purpose));
}
