using System.Globalization;
using System.Text.RegularExpressions;
using AcikKapi.Tests.Support;

namespace AcikKapi.Tests.Privacy;

/// <summary>A person who cannot exist: whatever carries one of their marks has carried somebody out.</summary>
sealed partial record Canary(int Number)
{
    // No i and no ı: found whatever the case, without a language.
    const string Letters = "abcdefghjklmnopr";

    public string NationalId { get; } = NationalIds.Invented(Number);

    public string FirstName { get; } = "Zqx" + Spelled(Number);

    public string LastName { get; } = "Xwz" + Spelled(Number);

    public string Phone { get; } = string.Create(CultureInfo.InvariantCulture, $"5997{Number:000000}");

    public string Email { get; } = string.Create(CultureInfo.InvariantCulture, $"kanarya{Number}@kafes.example");

    /// <summary>A neighbour whom the text names and no field knows.</summary>
    public string ThirdPerson { get; } = "Vwq" + Spelled(Number);

    /// <summary>In everyday spellings: blanks in the phone, capitals, a suffix after the name.</summary>
    public string Text => (Number % 4) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"Ben {FirstName} {LastName}, TC kimlik numaram {NationalId}. Komşum {ThirdPerson} Demir de şikâyetçi, sokağımız karanlık."),
        1 => string.Create(CultureInfo.InvariantCulture, $"Sokağımız karanlık, bana 0{Phone[..3]} {Phone[3..6]} {Phone[6..8]} {Phone[8..]} numarasından ya da {Email} adresinden ulaşın."),
        2 => string.Create(CultureInfo.InvariantCulture, $"SOKAK KARANLIK. {FirstName.ToUpperInvariant()} {LastName.ToUpperInvariant()} +90{Phone} {Email.ToUpperInvariant()}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{LastName}'nın evinin önü karanlık; muhtar {ThirdPerson} Bey de biliyor, kimliğim {NationalId}, telefon 0{Phone}."),
    };

    /// <summary>What a mark looks like, to be looked for where words may stand.</summary>
    public const string Pattern = @"\b(?:100\d{8}|(?:\+?90|0)?\s?599\s?7\d{2}\s?\d{2}\s?\d{2}|[kK][aA][nN][aA][rR][yY][aA]\d+@|[zZ][qQ][xX][a-rA-R]{4}|[xX][wW][zZ][a-rA-R]{4}|[vV][wW][qQ][a-rA-R]{4})";

    /// <summary>The kind and the person of a found mark; null where nobody of ours has it.</summary>
    public static (string Kind, int Number)? Read(string mark, int population)
    {
        var digits = NotDigit().Replace(mark, "");
        (string Kind, int Number) read = char.ToUpperInvariant(mark[0]) switch
        {
            'Z' or 'X' => ("name", Unspelled(mark[3..])),
            'V' => ("third person", Unspelled(mark[3..])),
            'K' => ("e-mail", int.Parse(digits, CultureInfo.InvariantCulture)),
            _ when digits.StartsWith("100", StringComparison.Ordinal) => ("national id", int.Parse(digits[3..9], CultureInfo.InvariantCulture)),
            _ => ("phone", int.Parse(digits[^6..], CultureInfo.InvariantCulture)),
        };
        var known = read.Number < population && (read.Kind != "national id" || digits == NationalIds.Invented(read.Number));
        return known ? read : null;
    }

    static string Spelled(int number) => string.Concat(Enumerable.Range(0, 4).Select(place => Letters[(number >> (4 * place)) & 15]));

    static int Unspelled(string letters) => letters.ToLowerInvariant().Select((letter, place) => Letters.IndexOf(letter, StringComparison.Ordinal) << (4 * place)).Sum();

    [GeneratedRegex(@"\D")]
    private static partial Regex NotDigit();
}
