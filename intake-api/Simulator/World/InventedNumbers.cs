using System.Globalization;

namespace AcikKapi.Simulator.World;

/// <summary>Numbers that look real and are nobody's, each a one-to-one image of a serial number.</summary>
static class InventedNumbers
{
    /// <summary>So many national ids begin with 100, the range taken for simulations.</summary>
    public const int Persons = 1_000_000;

    const long Half = 100_000_000;

    /// <summary>A TCKN with valid check digits; serials from 0 to <see cref="Persons"/> − 1.</summary>
    public static string NationalId(int serial)
    {
        Span<char> id = stackalloc char[11];
        "100".CopyTo(id);
        ((serial * 387_421L + 271_828) % Persons).TryFormat(id[3..9], out _, "000000", CultureInfo.InvariantCulture); // coprime: neighbours lie apart
        int odd = 0, even = 0;
        for (var i = 0; i < 9; i++)
            if (i % 2 == 0) odd += id[i] - '0';
            else even += id[i] - '0';
        var tenth = (7 * odd - even + 100) % 10;
        id[9] = (char)('0' + tenth);
        id[10] = (char)('0' + (odd + even + tenth) % 10);
        return new string(id);
    }

    /// <summary>+905 and nine digits of the person's own.</summary>
    public static string Phone(int serial) =>
        string.Create(CultureInfo.InvariantCulture, $"+905{(serial * 618_033_989L + 314_159_265) % 1_000_000_000:000000000}");

    /// <summary>18 digits: plate and a permutation of 16 (a Feistel network of two halves), so none comes twice and none tells the next.</summary>
    public static string TrackingNumber(int province, long serial, ulong seed)
    {
        var (left, right) = (serial / Half, serial % Half);
        for (var round = 0; round < 4; round++)
            (left, right) = (right, (left + (long)(Dice.For(seed, "number", right, round).Bits() % Half)) % Half);
        return string.Create(CultureInfo.InvariantCulture, $"{province:00}{left:00000000}{right:00000000}");
    }
}
