using System.Globalization;
using System.Text;
using AcikKapi.Domain.Text;

namespace AcikKapi.Simulator.Texts;

/// <summary>How somebody types: without Turkish letters, in capitals, without marks, with slips. A person keeps the same hand.</summary>
/// <param name="Slips">The chance of a slip at a letter.</param>
public sealed record Handwriting(bool PlainLetters, bool Capitals, bool NoMarks, double Slips)
{
    private const string Turkish = "çğıöşüÇĞİÖŞÜâîû", Plain = "cgiosuCGIOSUaiu";

    public static Handwriting Careful { get; } = new(false, false, false, 0);

    public static Handwriting Of(Dice dice) => new(
        dice.Chance(0.14), dice.Chance(0.05), dice.Chance(0.16),
        dice.Chance(0.45) ? Math.Min(0.05, dice.Exponential(0.012)) : 0);

    public string Write(string text, Dice dice)
    {
        var line = new StringBuilder(text.Length + 8);
        var starts = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (NoMarks && IsMark(text, i)) continue;
            line.Append(starts && char.IsLetter(c) ? char.ToUpper(c, TurkishText.Culture) : c);
            if (char.IsLetterOrDigit(c)) starts = false;
            else if (c == ' ' && i > 0 && text[i - 1] is '.' or '?' or '!') starts = true;
        }
        if (Slips > 0) Slip(line, dice);
        return Cased(PlainLetters ? WithoutTurkishLetters(line) : line.ToString());
    }

    // Capitals of somebody without Turkish letters are ASCII ones: IS, not İS.
    private string Cased(string text)
    {
        var culture = PlainLetters ? CultureInfo.InvariantCulture : TurkishText.Culture;
        return Capitals ? text.ToUpper(culture) : NoMarks ? text.ToLower(culture) : text;
    }

    /// <summary>Between digits and inside an address the marks belong to the word: 4.500, 22.30, example.com.</summary>
    private static bool IsMark(string text, int i) =>
        text[i] is '.' or ',' or ';' or '!' or '?' or '\'' or ':' && !(i + 1 < text.Length && i > 0 && char.IsLetterOrDigit(text[i + 1]) && text[i] == '.');

    private static string WithoutTurkishLetters(StringBuilder line) => string.Create(line.Length, line, static (plain, source) =>
    {
        source.CopyTo(0, plain, source.Length);
        for (var i = 0; i < plain.Length; i++)
            if (Turkish.IndexOf(plain[i], StringComparison.Ordinal) is >= 0 and var at) plain[i] = Plain[at];
    });

    /// <summary>Letters swapped, dropped or struck twice; digits are left alone.</summary>
    private void Slip(StringBuilder line, Dice dice)
    {
        for (var i = 1; i < line.Length - 1; i++)
        {
            if (!char.IsLower(line[i]) || !char.IsLower(line[i + 1]) || !dice.Chance(Slips)) continue;
            switch (dice.Below(3))
            {
                case 0: (line[i], line[i + 1]) = (line[i + 1], line[i]); break;
                case 1: line.Remove(i, 1); break;
                default: line.Insert(i, line[i]); break;
            }
            i += 2;
        }
    }
}
