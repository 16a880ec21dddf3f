using System.Globalization;
using System.Security.Cryptography;

namespace AcikKapi.Domain.Identity;

/// <summary>Takip numarası: 18 digits, plate code (2) and 16 random ones: 53 bits, so that none can be guessed from another.</summary>
public static class TrackingNumber
{
    const int HalfRange = 100_000_000;

    public static string Create(int provinceCode)
    {
        if (provinceCode is < 1 or > 81)
            throw new ArgumentOutOfRangeException(nameof(provinceCode), "A plate code is 1 to 81.");
        return string.Create(CultureInfo.InvariantCulture,
            $"{provinceCode:D2}{RandomNumberGenerator.GetInt32(HalfRange):D8}{RandomNumberGenerator.GetInt32(HalfRange):D8}");
    }

    /// <summary>False for whatever is not 18 ASCII digits led by a plate code.</summary>
    public static bool TryParse(string? text, out int provinceCode)
    {
        provinceCode = 0;
        if (text is not { Length: 18 } || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return false;
        var plate = (text[0] - '0') * 10 + text[1] - '0';
        if (plate is < 1 or > 81)
            return false;
        provinceCode = plate;
        return true;
    }
}
