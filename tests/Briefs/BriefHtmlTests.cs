using System.Text.RegularExpressions;
using AcikKapi.Domain;
using AcikKapi.Reports;
using AcikKapi.Reports.Filling;
using AcikKapi.Reports.Model;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Briefs;

public sealed partial class BriefHtmlTests
{
    static readonly BriefPeriod October = BriefPeriod.Parse("2026-10");

    [Theory]
    [InlineData("il:76", "Iğdır Valiliği")]
    [InlineData("ilce:76-1692", "Tuzluca Kaymakamlığı")]
    [InlineData("bakanlik", "İçişleri Bakanlığı")]
    public async Task Document_IsTurkishTitledAndSaysWhatItIs(string scope, string office)
    {
        var html = await HtmlAsync(scope);
        Assert.Contains("<html lang=\"tr\">", html, StringComparison.Ordinal);
        Assert.Contains($"<title>{office}: Ekim 2026 brifingi</title>", html, StringComparison.Ordinal);
        Assert.Contains("ÖRNEK VERİ", html, StringComparison.Ordinal);
        Assert.Contains("22 Kasım 2026", html, StringComparison.Ordinal);
        Assert.Single(Heading1().Matches(html));
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("il:76")]
    [InlineData("ilce:76-1692")]
    [InlineData("bakanlik")]
    public async Task EveryChart_SaysWhatItShowsAndEveryHeaderItsScope(string scope)
    {
        var html = await HtmlAsync(scope);
        Assert.All(Charts().Matches(html), chart => Assert.Matches("role=\"img\" aria-label=\"[^\"]{40,}\"", chart.Value));
        Assert.NotEmpty(Charts().Matches(html));
        Assert.All(TableHeaders().Matches(html), header => Assert.Matches("scope=\"(col|row|rowgroup)\"", header.Value));
        var ids = Ids().Matches(html).Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    [Fact]
    public async Task Document_NeedsNothingFromOutside()
    {
        var html = await HtmlAsync("bakanlik");
        Assert.DoesNotMatch("<script|<link|<img|<iframe|@import|src=", html);
        Assert.DoesNotMatch("url\\((?!#)", html);
    }

    [Fact]
    public async Task SameFile_GivesTheSameBytes() => Assert.Equal(await HtmlAsync("il:76"), await HtmlAsync("il:76"));

    [Fact]
    public async Task Texts_AreToldToTheMinistryOfThePeriodThatEndedLast()
    {
        var html = System.Net.WebUtility.HtmlDecode(await HtmlAsync("bakanlik"));
        Assert.Contains("kene, ısırık", html, StringComparison.Ordinal);
        Assert.Contains("2–19 Kasım 2026", html, StringComparison.Ordinal);
        Assert.Contains("kararlılık endeksi 0,08; rastlantının sınırı 0,03", html, StringComparison.Ordinal);
        Assert.Contains("yaklaşık 640 metinde ilk önerisi görevlininkinden %17 oranında farklıydı", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Yazılanlarda yeni olan", await HtmlAsync("il:76"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Funnels_NameWhoIsOutsideAndSayThatTheOthersAreUsual()
    {
        var province = System.Net.WebUtility.HtmlDecode(await HtmlAsync("il:76"));
        Assert.Contains("Birimler: benzer işlere göre", province, StringComparison.Ordinal);
        Assert.Contains("süresi geçenler 7/10", province, StringComparison.Ordinal);
        Assert.Contains("0,7–1,4", province, StringComparison.Ordinal);
        Assert.Contains("cevaptan sonra yeniden açılanlar 80/81", System.Net.WebUtility.HtmlDecode(await HtmlAsync("bakanlik")), StringComparison.Ordinal);
        Assert.DoesNotContain("benzer işlere göre", System.Net.WebUtility.HtmlDecode(await HtmlAsync("ilce:76-1692")), StringComparison.Ordinal);
    }

    /// <summary>Of Turkey's people 9.5 % were 65 and over and 67.7 % from 15 to 64 (TÜİK, ADNKS 2020).</summary>
    [Theory]
    [InlineData("bakanlik", 0.122, 0.124)]
    [InlineData("ilce:76-1692", 0.1467, 0.1469)] // 2,543 of 17,322
    public void EldersAmongApplicants_StandBesideThoseOfThePlace(string scope, double low, double high) => Assert.InRange(
        Fill(scope).Groups.Single(panel => panel.Dimension == "age_band").Rows.Single(row => row.Name.StartsWith("65", StringComparison.Ordinal)).PopulationShare.Value!.Value, low, high);

    [Theory]
    [InlineData("il:76", "Iğdır: 7 iş gününde", "Türkiye: 7 iş gününde")]
    [InlineData("bakanlik", "Türkiye: 7 iş gününde")]
    public async Task WaitingTimes_StandBesideTheCountrys(string scope, params string[] said)
    {
        var html = System.Net.WebUtility.HtmlDecode(await HtmlAsync(scope));

        Assert.All(said, curve => Assert.Contains(curve, html, StringComparison.Ordinal));
        Assert.Contains("Basamaklı çizgi: iş günü geçtikçe", html, StringComparison.Ordinal);
    }

    /// <summary>What moves every night would have every district's briefs printed anew every night.</summary>
    [Fact]
    public async Task WaitingTimes_AreNotInADistrictsBrief() =>
        Assert.DoesNotContain("iş gününde", System.Net.WebUtility.HtmlDecode(await HtmlAsync("ilce:76-1692")), StringComparison.Ordinal);

    [Fact]
    public async Task Queues_SayWhetherTheyWillCatchUp()
    {
        var html = System.Net.WebUtility.HtmlDecode(await HtmlAsync("il:76"));
        Assert.Contains("kendiliğinden erimez", html, StringComparison.Ordinal);
        Assert.Contains("%96", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Birimlerin kapasitesi", System.Net.WebUtility.HtmlDecode(await HtmlAsync("bakanlik")), StringComparison.Ordinal);
    }

    /// <summary>October ended weeks before the last point: its limits are drawn, of the last point nothing is said.</summary>
    [Fact]
    public async Task Trend_HasItsLimits()
    {
        var html = System.Net.WebUtility.HtmlDecode(await HtmlAsync("il:76"));
        Assert.Contains("Kesik çizgi son 52 haftanın ortalaması", html, StringComparison.Ordinal);
        Assert.Contains("Ortalama 320, olağan sınırlar 200 ile 440.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("sınırı aştı", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Kesik çizgi", System.Net.WebUtility.HtmlDecode(await HtmlAsync("il:36")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("beyond_limit", 1, " Son hafta üst sınırı aştı.")]
    [InlineData("beyond_limit", -1, " Son hafta alt sınırı aştı.")]
    [InlineData("seven_on_one_side", -1, " Sayı yedi haftadır ortalamanın altında kalıyor.")]
    [InlineData("two_of_three", 1, " Son üç haftadan ikisi üst sınıra yakın.")]
    [InlineData(null, 1, " Son hafta olağan sınırların içinde.")]
    public void LastPoint_IsToldInWords(string? signal, int direction, string expected) => Assert.EndsWith(
        $"(XmR).{expected}", AcikKapi.Reports.Text.SignalText.Of(new Trend(TrendStep.Week, [], new TrendLimits { IsLast = true, Signal = signal, Direction = direction })), StringComparison.Ordinal);

    [Fact]
    public async Task EarlierFlags_TellWhatBecameOfThem()
    {
        var html = System.Net.WebUtility.HtmlDecode(await HtmlAsync("bakanlik"));
        Assert.Contains("Karara bağlanan 12 işaretten 8 tanesi doğrulandı: %67", html, StringComparison.Ordinal);
        Assert.Contains("Görevli takviyesi, 1 Haziran 2026", html, StringComparison.Ordinal);
        Assert.Contains("0,6 kat (0,4–0,9): iyileşti", html, StringComparison.Ordinal);
        Assert.Contains("henüz erken", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Balıkesir · Ulaşım", html, StringComparison.Ordinal); // nobody decided on it
        var province = System.Net.WebUtility.HtmlDecode(await HtmlAsync("il:76"));
        Assert.Contains("Yerinde değil (Mevsim ya da takvim)", province, StringComparison.Ordinal);
        Assert.DoesNotContain("doğrulandı: %50", province, StringComparison.Ordinal); // of two no rate
        Assert.DoesNotContain("Önceki işaretler ne oldu?", await HtmlAsync("il:36"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FewerThanEight_AreStarsNotNumbers()
    {
        var brief = Fill("il:76");
        Assert.Contains(brief.Units, unit => unit.Reopened is null);
        Assert.Contains("8’den az", await RenderHtml.RunAsync(brief), StringComparison.Ordinal);
    }

    [Fact]
    public void HiddenValue_LeavesTheOthersTheirShareOfAll()
    {
        var kinds = Fill("ilce:76-1692").Groups.Single(panel => panel.Dimension == "kind").Rows;
        Assert.Contains(kinds, kind => kind.Share.IsSuppressed);
        Assert.InRange(kinds.Sum(kind => kind.Share.Value ?? 0), 0.8, 0.99);
    }

    [Fact]
    public void Flags_AreThoseOfThePlaceItsDistrictsAndItsClusters()
    {
        Assert.Equal(["Tuzluca", "Ağrı, Kars, Iğdır", "Iğdır"], Fill("il:76").Flags.Leading.Select(flag => flag.Place));
        Assert.Equal(["Tuzluca"], Fill("ilce:76-1692").Flags.Leading.Select(flag => flag.Place));
        Assert.Equal(4, Fill("bakanlik").Flags.Total);
    }

    [Fact]
    public async Task PlaceWithoutFlags_SaysSo()
    {
        var html = await HtmlAsync("il:35");
        Assert.Contains("olağan dalgalanmayı aşan bir artış ya da aksama saptanmadı", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Districts_StandInTurkishAlphabet() =>
        Assert.Equal(["Akyaka", "Arpaçay", "Digor", "Kağızman", "Merkez", "Sarıkamış", "Selim", "Susuz"], Fill("il:36").Places.Select(place => place.Name));

    [Theory]
    [InlineData("ilce:76-1421")]
    [InlineData("ilce:76-999")]
    public void DistrictOfAnotherProvince_IsAUsersError(string scope) => Assert.Throws<UserError>(() => Fill(scope));

    [Fact]
    public async Task RunningPeriod_IsComparedWithNothing()
    {
        using var published = Open(SamplePublished.Shared.Paths.Published);
        var html = await RenderHtml.RunAsync(FillBrief.Run(published, BriefScope.Parse("il:76"), BriefPeriod.Parse("2026-11")));
        Assert.Contains("(sürüyor)", html, StringComparison.Ordinal);
        Assert.DoesNotContain("önceki aya göre", html, StringComparison.Ordinal);
    }

    static Task<string> HtmlAsync(string scope) => RenderHtml.RunAsync(Fill(scope));

    static Brief Fill(string scope)
    {
        var paths = SamplePublished.Shared.Paths;
        using var published = Open(scope == "bakanlik" ? paths.Ministry : paths.Published);
        return FillBrief.Run(published, BriefScope.Parse(scope), October);
    }

    static Published Open(string file) => new(DuckDb.Open(file, readOnly: true));

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading1();

    [GeneratedRegex("<svg class=\"chart\"[^>]*>")]
    private static partial Regex Charts();

    [GeneratedRegex("<th[ >][^>]*>?")]
    private static partial Regex TableHeaders();

    [GeneratedRegex("\\bid=\"[^\"]+\"")]
    private static partial Regex Ids();
}
