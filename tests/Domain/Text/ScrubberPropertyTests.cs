using System.Globalization;
using AcikKapi.Domain.Text;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Domain.Text;

public sealed class ScrubberPropertyTests
{
    static readonly string[] Words = ["su", "kesildi", "TL", "2026", "15.03.2026", "mahallede", "No:", "12", "(", ")", "ve", "'", "km", "0", "+", "90", "TR", "34", "@", "ABC", "plaka"];

    /// <summary>Everyday words and the crumbs of numbers, so that what is planted meets awkward neighbours.</summary>
    static readonly Gen<string> Prose = Gen.OneOf(Words).Array[0, 8].Select(words => string.Join(' ', words));

    static readonly Gen<string> Separator = Gen.OneOf("", " ", "-", ".");

    static readonly Gen<string> NationalIds = Gen.Long[10_000_000_000, 99_999_999_999].Select(n => n.ToString(CultureInfo.InvariantCulture));

    static readonly Gen<string> Phones = Gen.Select(
        Gen.OneOf("0", "+90 ", "0090", "(0", ""), Gen.Int[500, 559], Gen.Int[0, 999], Gen.Int[0, 99], Gen.Int[0, 99], Separator,
        (lead, a, b, c, d, s) => string.Create(CultureInfo.InvariantCulture, $"{lead}{a:D3}{(lead == "(0" ? ")" : "")}{s}{b:D3}{s}{c:D2}{s}{d:D2}"));

    [Fact]
    public void ElevenDigits_NeverSurvive() => Gen.Select(Prose, NationalIds, Prose).Sample((before, id, after) =>
        !Scrubber.Scrub($"{before} {id} {after}").Contains(id, StringComparison.Ordinal));

    [Fact]
    public void MobilePhone_NeverSurvives() => Gen.Select(Prose, Phones, Prose).Sample((before, phone, after) =>
        !Digits(Scrubber.Scrub($"{before}: {phone}, {after}")).Contains(Digits(phone)[^10..], StringComparison.Ordinal));

    [Fact]
    public void Name_NeverSurvivesAsAWord() => Gen.Select(Prose, Gen.OneOf("Ayşe", "AYŞE", "ayse", "Ayşe'nin", "ayşeye", "AYSEDEN"), Prose).Sample(
        (before, name, after) => !TurkishText.FoldToAscii(Scrubber.Scrub($"{before} {name} {after}", "Ayşe")).Contains("ayse", StringComparison.Ordinal));

    [Fact]
    public void ScrubbedText_IsNotScrubbedFurther() => Gen.Select(Prose, NationalIds, Phones, Prose).Sample((before, id, phone, after) =>
    {
        var once = Scrubber.Scrub($"{before} {id} {phone} Ayşe {after}", "Ayşe", "Ad");
        return Scrubber.Scrub(once, "Ayşe", "Ad") == once;
    });

    [Fact]
    public void AnyTextAtAll_IsScrubbedWithoutAnError() => Gen.String.Sample(text => Scrubber.Scrub(text, "Ayşe", "İ̇", "\ud800") is not null);

    [Fact]
    public void HundredKilobytesOfOneKind_TakeNoTime()
    {
        string[] hostile = ["a", "1", "a.", "1 ", "@", "0 5", "TR1", "34 A ", "ay", "İ", "34 ABC 123 ", "ay "];
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var piece in hostile)
            Scrubber.Scrub(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)) + "@", "ay", "Ayay");

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
