using AcikKapi.Domain.Reference;
using AcikKapi.Reports.Model;

namespace AcikKapi.Reports;

/// <summary>`brief --scope stil`: every component of a brief with invented numbers, for whoever changes how briefs look.</summary>
public static class StylePage
{
    static readonly BriefPeriod Month = BriefPeriod.Parse("2026-10");

    /// <summary>outDir/stil/stil.pdf and .html.</summary>
    public static async Task<(string Pdf, string Html)> PrintAsync(string outDir, IPdfPrinter printer, CancellationToken ct)
    {
        var (province, country) = (Sample(BriefScope.OfProvince(76)), Sample(BriefScope.Ministry));
        var html = await RenderHtml.RunAsync<Components.StyleDocument>(new() { ["Province"] = province, ["Country"] = country });
        var pdf = SettlePdf.Run(await printer.PrintAsync(html, ct), province);
        var folder = Directory.CreateDirectory(Path.Combine(outDir, "stil")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "stil.html"), html, ct);
        await File.WriteAllBytesAsync(Path.Combine(folder, "stil.pdf"), pdf, ct);
        return (Path.Combine(folder, "stil.pdf"), Path.Combine(folder, "stil.html"));
    }

    static Brief Sample(BriefScope scope) => new(
        scope, Month, new Place("Örnek", "Stil sayfası", 200_000), new BriefMeta(new DateOnly(2026, 11, 23), "ornek", "Uydurma sayılar.", HasSimulated: true),
        new KeyFigures
        {
            Received = 1_235, PreviousReceived = 1_100, YearAgoReceived = 1_310, IsComplete = true, HasPrevious = true, HasYearAgo = true, Due = 1_180, Overdue = 95,
            PreviousDue = 1_050, PreviousOverdue = 120, OpenAtEnd = 310, OverdueOpenAtEnd = 25, SatisfactionCount = 240, SatisfactionSum = 960, MedianWorkingDays = 4,
        },
        new Trend(TrendStep.Week, [.. Enumerable.Range(0, 120).Select(week => new TrendPoint(new DateOnly(2024, 7, 1).AddDays(7 * week), week is > 60 and < 64 ? null : 260 + 5 * (week * 37 % 23)))],
            new TrendLimits { FromOn = new DateOnly(2025, 11, 3), Mean = 315, Low = 230, High = 400, IsLast = true }),
        Types(["Nakdi yardım", "Gıda yardımı", "Yol bakımı", "İş talebi"]), Types(["Sosyal Yardım ve Sosyal Hizmetler", "Sağlık", "Ulaştırma ve Yollar"]), Types(["Yol bakımı"]),
        new FlagList([Flag("problem", "Beklenenden çok artan bir konu."), Flag("good_practice", "Beklenenden iyi giden bir birim.")], 7),
        [new UnitRow { Name = "Sosyal Hizmetler Müdürlüğü", Routed = 420, Due = 400, Overdue = 35, Reopened = 10, Units = 12 }, new UnitRow { Name = "Belediye Başkanlığı", Routed = 210, Due = 200, Overdue = null, Reopened = null, Units = 12 }],
        [new GroupPanel("gender", "Cinsiyet", [new("Kadın", 700, Ratio.Of(700, 1_235), Ratio.Of(99, 200)), new("Erkek", 535, Ratio.Of(535, 1_235), Ratio.Of(101, 200))])],
        scope.Level == ScopeLevel.Ministry
            ? [.. Vocabulary.Current.Provinces.Select(province => Place(province.Code, province.Name, province.Population2025))]
            : [.. Vocabulary.Current.DistrictsOf(76).Select(district => Place(district.Code, district.Name, district.Population2025))],
        [new("Cevap", "Süresi geçtikten sonra cevaplanan ya da bekleyen", 95, 1_180, Ratio.Of(7, 100)), new("Cevaptan sonra", "Yeniden açılan", null, 1_100, Ratio.Of(2, 100))],
        [.. Enumerable.Range(1, 6).Select(tier => new TierRow { Tier = tier, Places = 10, Received = 200 + 10 * tier, Population = 30_000, Due = 190, Overdue = 10 + tier })],
        [new VisitRow { Name = "Refakat", Asked = null, Done = null }, new VisitRow { Name = "Saha ziyareti", Asked = 45, Done = 40, MeanMinutes = 35 }],
        [.. Vocabulary.Current.Provinces.Take(12).Select(province => new ProvinceTrend(province.Code, province.Name, [.. Enumerable.Range(0, 13).Select(month => new TrendPoint(new DateOnly(2025, 10, 1).AddMonths(month), month == 4 ? null : 100 + 5 * ((month * province.Code * 7) % 19)))]))],
        new EarlierFlags(
            [new EarlierFlag { Subject = "Yol bakımı", FirstSeen = new DateOnly(2026, 6, 1), Verdict = "Doğrulandı", Measure = "Ek ekip", MeasuredOn = new DateOnly(2026, 6, 20), Result = "Azaldı", Ratio = 0.7, Low = 0.55, High = 0.9 }],
            new FlagRecord { Judged = 12, Confirmed = 9, HitRate = 0.75, Low = 0.47, High = 0.91 }),
        new TextReport(
            [new NewWords { Words = "kene, ısırık", Persons = 35, Days = 14, QValue = 0.004 }],
            [new Petition { Words = "hafriyat, kamyon", Persons = 210, FirstOn = new DateOnly(2026, 10, 8), LastOn = new DateOnly(2026, 10, 29) }],
            new ModelDrift { Psi = 0.083, Critical = 0.031, HasDrifted = true, BlindTexts = 640, BlindError = 0.17 }),
        [new QueueRow { Name = "Sosyal Hizmetler Müdürlüğü", State = "will_not_recover", OpenNow = 140, Utilisation = 0.97, WeeksOfWork = 4, Low = 120, High = 230 },
            new QueueRow { Name = "Belediye Başkanlığı", State = "keeps_up", OpenNow = 45, Utilisation = 0.62, WeeksOfWork = 1, Low = 20, High = 60 }],
        [new Funnel("Süresi geçenler", 14, [new FunnelRow { Name = "Sosyal Hizmetler Müdürlüğü", Ratio = 2.1, Low = 0.7, High = 1.4, State = "higher" }, new FunnelRow { Name = "Belediye Başkanlığı", Ratio = 0.5, Low = 0.6, High = 1.6, State = "lower" }]),
            new Funnel("Düşük puanlar (1–2)", 9, [])],
        [new("Örnek", Steps(0.11)), new("Türkiye", Steps(0.08))],
        scope.Level != ScopeLevel.Ministry ? Annex.None : new Annex(Types(["Nakdi yardım", "Gıda yardımı", "Yol bakımı"]), [.. Vocabulary.Current.Headings.Select(heading => (heading.Code, heading.NameTr))],
            [.. Vocabulary.Current.Provinces.Take(8).Select(province => new ProvinceHeadings(province.Name, [.. Vocabulary.Current.Headings.Select((_, at) => at == 3 ? null : (long?)(15 * province.Code + 10 * at))]))]),
        [new("ornek", "00000000")]);

    static WaitingPoint[] Steps(double pace) => [.. Enumerable.Range(0, 31).Select(day => new WaitingPoint { Days = day, Share = Math.Round(0.96 * (1 - Math.Exp(-pace * (day + 1) * (day + 1) / 4)), 2) })];

    static TypeRow[] Types(string[] names) =>
        [.. names.Select((name, at) => new TypeRow { Name = name, Heading = "Örnek başlık", Received = 320 / (at + 1), PreviousReceived = 250 / (at + 1), YearAgoReceived = 300 / (at + 1), ScopeReceived = 1_235, CountryReceived = 20_000 / (at + 2), CountryTotal = 100_000, Population = 200_000 })];

    static Flag Flag(string direction, string sentence) => new()
    {
        Direction = direction, Level = "province", Place = "Örnek", Type = "Yol bakımı", WindowStart = new DateOnly(2026, 10, 5), WindowEnd = new DateOnly(2026, 11, 1),
        Observed = 125, Expected = 55, Ratio = 2.3, Low = 40, High = 70, QValue = 0.004, Sentence = sentence,
    };

    static PlaceRow Place(int code, string name, int? population) => new()
    {
        Code = code, Name = name, Population = population, Received = code % 9 == 0 ? null : 100 + 5 * (code * 13 % 40), YearAgoReceived = 150, Due = 140, Overdue = 10, OpenAtEnd = 25, Flags = code % 5 == 0 ? 1 : 0,
    };
}
