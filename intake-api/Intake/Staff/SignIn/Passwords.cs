using AcikKapi.Domain.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AcikKapi.Intake.Staff.SignIn;

/// <summary>Passwords: ASP.NET Core Identity's hasher (PBKDF2, HMAC-SHA-512), strength by zxcvbn, no rules of composition (OWASP ASVS 5.0, 6.2).</summary>
public static class Passwords
{
    public const int Shortest = 12, Longest = 128;

    const int Iterations = 210_000; // OWASP's figure for PBKDF2-HMAC-SHA-512; about 0.1 s here

    static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    static readonly string Nobodys = Hasher.HashPassword("", Guid.NewGuid().ToString());

    public static string Hash(string password) => Hasher.HashPassword("", Plain(password));

    /// <param name="hash">Null where there is no such account: it takes as long and is wrong.</param>
    public static bool IsRight(string? hash, string password) =>
        Hasher.VerifyHashedPassword("", hash ?? Nobodys, Plain(password)) != PasswordVerificationResult.Failed && hash is not null;

    /// <summary>Why a new password is not taken, in Turkish; null where it is.</summary>
    /// <param name="own">What others know of its owner.</param>
    public static string? WhyNot(string password, params string[] own) =>
        password.Length < Shortest ? $"Parola en az {Shortest} karakter olmalı. Birkaç sözcükten oluşan bir cümle kolay hatırlanır."
        : password.Length > Longest ? $"Parola en çok {Longest} karakter olabilir."
        : own.SelectMany(words => TurkishText.FoldToAscii(words).Split(' ', '.', '-', '_')).Any(word => word.Length > 4 && TurkishText.FoldToAscii(password).Contains(word, StringComparison.Ordinal)) ? "Parola adınızı ya da kullanıcı adınızı içeremez."
        : Zxcvbn.Zxcvbn.MatchPassword(password, [.. own, "acikkapi", "valilik", "kaymakamlik", "turkiye", "galatasaray", "fenerbahce", "besiktas", "istanbul", "ankara"]).Score < 3
            ? "Bu parola kolay tahmin edilir. Daha uzun ya da daha az bilinen bir parola seçin."
        : null;

    // Two keyboards may write one letter in two ways.
    static string Plain(string password) => password.Normalize(System.Text.NormalizationForm.FormKC);
}
