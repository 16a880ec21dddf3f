namespace AcikKapi.Domain.Identity;

/// <summary>TCKN, the Turkish national id number: 11 digits, the last two of which check the others.</summary>
public static class NationalId
{
    /// <summary>d10 = (7·(d1+d3+d5+d7+d9) − (d2+d4+d6+d8)) mod 10, d11 = (d1+…+d10) mod 10, d1 ≠ 0. Only ASCII digits pass.</summary>
    public static bool IsValid(ReadOnlySpan<char> id)
    {
        if (id.Length != 11 || id[0] == '0' || id.ContainsAnyExceptInRange('0', '9'))
            return false;
        int odd = 0, even = 0;
        for (var i = 0; i < 9; i++)
            if (i % 2 == 0) odd += id[i] - '0';
            else even += id[i] - '0';
        var tenth = (7 * odd + 9 * even) % 10; // 9 ≡ −1 (mod 10), and stays positive
        return id[9] - '0' == tenth && id[10] - '0' == (odd + even + tenth) % 10;
    }

    public static bool IsValid(string? id) => IsValid(id.AsSpan());

    /// <summary>10000000146 as 10*******46: enough to tell two apart at the desk, too little to use.</summary>
    public static string Mask(string id) => id.Length == 11 ? $"{id[..2]}*******{id[^2..]}" : new string('*', id.Length);
}
