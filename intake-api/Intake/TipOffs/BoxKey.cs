using System.Security.Cryptography;
using System.Text;
using AcikKapi.Domain.Text;

namespace AcikKapi.Intake.TipOffs;

/// <summary>
/// What the sender of a tip-off gets besides its number, once, and nobody else ever sees: 80 bits that open its message box. The
/// number alone does not, because every officer who handles the tip-off knows it.
/// </summary>
public static class BoxKey
{
    public const string Header = "Box-Key";

    /// <summary>Of <see cref="Of"/>.</summary>
    public const int Bytes = 10;

    const int Group = 4;

    // Without the letters that are taken for others when somebody copies them by hand.
    const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Sixteen letters and digits in groups of four.</summary>
    public static string Of(ReadOnlySpan<byte> secret)
    {
        var (text, bits, held) = (new StringBuilder(), 0, 0);
        foreach (var b in secret)
            for (bits = bits << 8 | b, held += 8; held >= 5; held -= 5)
                text.Append(text.Length % (Group + 1) == Group ? "-" : "").Append(Letters[bits >> (held - 5) & 31]);
        return text.ToString();
    }

    /// <summary>All that is kept of it: SHA-256 is enough for a random secret. However it was copied: case, dashes and look-alikes do not matter.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(TurkishText.FoldToAscii(key).Where(char.IsAsciiLetterOrDigit).Select(Meant))));

    static char Meant(char c) => c switch { 'o' => '0', 'i' or 'l' => '1', _ => c };
}
