using AcikKapi.Analytics.Detection;
using AcikKapi.Domain.Reference;
using Xunit;

namespace AcikKapi.Tests.Detection;

public sealed class FlagSentenceTests
{
    static readonly DateOnly Sunday = new(2026, 10, 25);

    [Fact]
    public void Province_IsToldInTurkish() =>
        Assert.Equal(
            "Iğdır'da 'Kira ve barınma yardımı' başvuruları son 4 haftada beklenen 21 yerine 48 oldu (2,3 kat); rastlantıyla açıklanması güç (q = 0,004).",
            FlagSentence.Of(DetectorKind.SuddenRise, Found(76, null, Topic("Kira ve barınma yardımı"), 4, 48, 21), 0.004, []));

    [Fact]
    public void District_IsNamedAfterItsProvince()
    {
        var district = Vocabulary.Current.DistrictsOf(76).First(d => !d.IsCentral);

        Assert.StartsWith(
            $"Iğdır {district.Name} ilçesinde toplam başvuru geçen hafta beklenen 1.200 yerine 2.400 oldu",
            FlagSentence.Of(DetectorKind.SuddenRise, Found(76, district.Code, null, 1, 2400, 1200), 0.00001, []), StringComparison.Ordinal);
    }

    [Fact]
    public void Country_NamesWhatDrivesTheRise()
    {
        var sentence = FlagSentence.Of(DetectorKind.SuddenRise, Found(null, null, Topic("Nakdi yardım talebi"), 8, 90, 40), 0.00001, [new("Iğdır", 0.62), new("Kars", 0.2)]);

        Assert.StartsWith("Türkiye genelinde 'Nakdi yardım talebi' başvuruları son 8 haftada", sentence, StringComparison.Ordinal);
        Assert.EndsWith("(q < 0,001). Artışın çoğu: Iğdır (%62), Kars (%20).", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Iğdır", "Iğdır'da"), InlineData("Bilecik", "Bilecik'te"), InlineData("Muş", "Muş'ta"), InlineData("İzmir", "İzmir'de")]
    [InlineData("Kırklareli", "Kırklareli'nde"), InlineData("Ağrı", "Ağrı'da"), InlineData("Gümüşhane", "Gümüşhane'de"), InlineData("Zonguldak", "Zonguldak'ta")]
    public void Place_TakesItsSuffix(string place, string expected) => Assert.Equal(expected, TurkishPlaces.In(place));

    static string Topic(string name) => Vocabulary.Current.Types.First(t => t.NameTr == name).Code;

    static Finding Found(int? province, int? district, string? type, int weeks, long observed, double expected) =>
        new("province_topic", "problem", province, district, type, Sunday.AddDays(1 - 7 * weeks), Sunday, observed, expected, 10, 30, 1e-6);
}
