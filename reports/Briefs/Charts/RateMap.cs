using System.Text;
using AcikKapi.Domain.Reference;
using AcikKapi.Reports.Model;
using AcikKapi.Reports.Text;
using static AcikKapi.Reports.Charts.Svg;

namespace AcikKapi.Reports.Charts;

/// <summary>Choropleth of applications per 100,000 by province (<see cref="ShrunkenRates"/>), in five steps of as many provinces each.</summary>
public static class RateMap
{
    const int Width = 690;
    const int Height = 330;
    const double West = 25.6;
    const double North = 42.15;
    const double Scale = 690 / (44.9 - West);
    const double Flattening = 1.287; // 1 / cos 39°: a degree of latitude is that much longer there

    static readonly Lazy<Dictionary<int, string>> Outlines =
        new(() => Vocabulary.Current.Provinces.ToDictionary(province => province.Code, province => PathOf(province.Code)));

    static readonly Lazy<Dictionary<int, (double X, double Y)>> Labels =
        new(() => Vocabulary.Current.Provinces.ToDictionary(province => province.Code, province => MiddleOf(province.Code)));

    public static string Draw(IReadOnlyList<PlaceRow> provinces)
    {
        var rates = ShrunkenRates.Of([.. provinces.Select(province => (province.Received, province.Population))]);
        var bounds = Bounds([.. provinces.Zip(rates).Where(pair => pair.First.Received > 0).Select(pair => pair.Second)]);
        var svg = new StringBuilder(Open(Alt(provinces, rates), Width, Height));
        svg.Append(Tr.Culture, $"<pattern id=\"map-hidden\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"#fff\"/><path d=\"M0 0V5\" stroke=\"{Palette.Muted}\" stroke-width=\"1\"/></pattern>");
        foreach (var (province, rate) in provinces.Zip(rates)) DrawProvince(svg, province, Step(rate, bounds));
        foreach (var (province, rate) in provinces.Zip(rates)) DrawLabel(svg, province, Step(rate, bounds));
        DrawLegend(svg, bounds, rates.Any(rate => rate is null));
        return svg.Append("</svg>").ToString();
    }

    /// <summary>The four rates that part the provinces into fifths, rounded down to whole numbers for the legend; provinces without any application do not count.</summary>
    static double[] Bounds(IReadOnlyList<double?> rates)
    {
        var known = rates.OfType<double>().Where(rate => rate > 0).Order().ToList();
        return known.Count == 0 ? [] : [.. Enumerable.Range(1, 4).Select(fifth => Math.Floor(known[Math.Min(known.Count * fifth / 5, known.Count - 1)])).Where(bound => bound > 0).Distinct()];
    }

    static int? Step(double? known, double[] bounds) => known is { } rate ? bounds.Count(bound => rate >= bound) : null;

    static void DrawProvince(StringBuilder svg, PlaceRow province, int? step) =>
        svg.Append(Tr.Culture, $"<path d=\"{Outlines.Value[province.Code]}\" fill=\"{(step is { } index ? Palette.Ramp[index] : "url(#map-hidden)")}\" stroke=\"#fff\" stroke-width=\".8\" fill-rule=\"evenodd\"/>");

    // Plate numbers: shorter than names, and every official knows them.
    static void DrawLabel(StringBuilder svg, PlaceRow province, int? step)
    {
        var (x, y) = Labels.Value[province.Code];
        svg.Append(Tr.Culture, $"<text x=\"{Number(x)}\" y=\"{Number(y + 2.6)}\" text-anchor=\"middle\" font-size=\"7.5\" fill=\"{(step >= 3 ? "#fff" : Palette.Ink)}\">{province.Code:00}</text>");
    }

    static void DrawLegend(StringBuilder svg, double[] bounds, bool hasHidden)
    {
        double x = 0;
        void Box(string fill, string text)
        {
            svg.Append(Tr.Culture, $"<rect x=\"{Number(x)}\" y=\"{Height - 14}\" width=\"18\" height=\"11\" fill=\"{fill}\" stroke=\"{Palette.Muted}\" stroke-width=\".5\"/><text x=\"{Number(x + 23)}\" y=\"{Height - 5}\" font-size=\"10\" fill=\"{Palette.Ink}\">{text}</text>");
            x += 34 + 6.2 * text.Length;
        }
        for (var step = 0; step <= bounds.Length && bounds.Length > 0; step++)
            Box(Palette.Ramp[step], Label(bounds, step));
        if (hasHidden) Box("url(#map-hidden)", "gizli ya da veri yok");
    }

    static string Label(double[] bounds, int step) =>
        step == 0 ? $"{Tr.Count((long)bounds[0])} altı"
        : step == bounds.Length ? $"{Tr.Count((long)bounds[^1])} ve üstü"
        : $"{Tr.Count((long)bounds[step - 1])}–{Tr.Count((long)bounds[step])}";

    static string Alt(IReadOnlyList<PlaceRow> provinces, IReadOnlyList<double?> rates)
    {
        var known = provinces.Zip(rates).Where(pair => pair.Second is not null).OrderBy(pair => pair.Second).ToList();
        return known.Count == 0
            ? "Türkiye haritası: hiçbir il için 100 bin kişide başvuru sayısı yayımlanamıyor."
            : $"Türkiye haritası: illere göre 100 bin kişide başvuru, az sayılı illerde ortalamaya yaklaştırılmış. En düşük {Told(known[0])}, en yüksek {Told(known[^1])}. Ham değerler aşağıdaki çizelgededir.";

        static string Told((PlaceRow Province, double? Rate) pair) => $"{pair.Province.Name} ({Tr.OneDecimal(pair.Rate!.Value)})";
    }

    static (double X, double Y) Project(GeoPoint point) =>
        ((point.Longitude - West) * Scale, (North - point.Latitude) * Scale * Flattening);

    // Points closer than half a unit to the one before are left out: nobody sees them, and the page is half as large.
    static string PathOf(int province)
    {
        var path = new StringBuilder();
        foreach (var ring in ProvinceOutlines.Of(province))
        {
            (double X, double Y)? last = null;
            foreach (var point in ring.Select(Project))
            {
                if (last is { } before && Math.Abs(before.X - point.X) + Math.Abs(before.Y - point.Y) < 0.7) continue;
                path.Append(last is null ? 'M' : 'L').Append(Number(point.X)).Append(' ').Append(Number(point.Y));
                last = point;
            }
            path.Append('Z');
        }
        return path.ToString();
    }

    // The middle of the largest ring's corners; good enough for a two-digit label.
    static (double X, double Y) MiddleOf(int province)
    {
        var ring = ProvinceOutlines.Of(province).MaxBy(points => points.Count)!.Select(Project).ToList();
        return ((ring.Min(point => point.X) + ring.Max(point => point.X)) / 2, (ring.Min(point => point.Y) + ring.Max(point => point.Y)) / 2);
    }
}
