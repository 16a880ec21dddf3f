using System.Globalization;

namespace AcikKapi.Tests.Support;

/// <summary>Numbers that pass the check digits and begin with 100, a range that simulations take so that nobody's is hit.</summary>
public static class NationalIds
{
    public static string Invented(int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"100{number:000000}").Select(c => c - '0').ToArray();
        var odd = digits[0] + digits[2] + digits[4] + digits[6] + digits[8];
        var even = digits[1] + digits[3] + digits[5] + digits[7];
        var tenth = ((7 * odd - even) % 10 + 10) % 10;
        var eleventh = (odd + even + tenth) % 10;
        return string.Concat(digits) + tenth.ToString(CultureInfo.InvariantCulture) + eleventh.ToString(CultureInfo.InvariantCulture);
    }
}
