using System.Net;
using System.Text;
using AcikKapi.Reports.Model;
using AcikKapi.Reports.Text;
using static AcikKapi.Reports.Charts.Svg;

namespace AcikKapi.Reports.Charts;

/// <summary>Steps of the share answered by working days, the place's own drawn last and thickest; the term is marked.</summary>
public static class WaitingCurve
{
    const int Width = 690, Height = 150;
    const int Left = 40, Right = Width - 92, Top = 8, Bottom = Height - 18;

    public static string Draw(IReadOnlyList<Waiting> curves)
    {
        var svg = new StringBuilder(Open(Alt(curves), Width, Height));
        foreach (var share in new[] { 0, 0.5, 1 })
        {
            svg.Append(Tr.Culture, $"<path d=\"M{Left} {Number(Y(share))}H{Right}\" stroke=\"{Palette.Line}\" stroke-width=\"1\"/>");
            Write(svg, Left - 6, Y(share) + 3.5, "end", Palette.Muted, Tr.Percent(share));
        }
        foreach (var day in new[] { 0, 5, 10, 15, 20, 25, 30 }) Write(svg, X(day), Height - 4, day == 0 ? "start" : "middle", Palette.Muted, day == 0 ? "aynı gün" : $"{day}. gün");
        svg.Append(Tr.Culture, $"<path d=\"M{Number(X(Waiting.TermDays))} {Top}V{Bottom}\" stroke=\"{Palette.Warm}\" stroke-width=\"1.2\" stroke-dasharray=\"4 3\"/>");
        Write(svg, X(Waiting.TermDays) + 5, Bottom - 5, "start", Palette.Warm, $"süre: {Waiting.TermDays} iş günü");
        foreach (var (index, curve) in curves.Index().Reverse()) DrawCurve(svg, curve, index);
        foreach (var (name, y, index) in Labels(curves)) Write(svg, Right + 6, y, "start", index == 0 ? Palette.Accent : Palette.Muted, name);
        return svg.Append("</svg>").ToString();
    }

    /// <summary>What a reader who does not see the chart is told.</summary>
    public static string Alt(IReadOnlyList<Waiting> curves) =>
        "Basamaklı çizgi: iş günü geçtikçe cevaplananların payı. " + string.Join("; ", curves.Select(curve => $"{curve.Name}: {Waiting.TermDays} iş gününde {Tr.Percent(curve.Within(Waiting.TermDays))}")) + ".";

    static void DrawCurve(StringBuilder svg, Waiting curve, int index)
    {
        var path = $"M{Left} {Bottom}" + string.Concat(curve.Points.Select(point => $"H{Number(X(point.Days))}V{Number(Y(point.Share))}")) + $"H{Right}";
        svg.Append(Tr.Culture, $"<path d=\"{path}\" fill=\"none\" stroke=\"{(index == 0 ? Palette.Accent : Palette.Muted)}\" stroke-width=\"{(index == 0 ? "2.4" : "1.2")}\"/>");
    }

    // Names stand where their curves end; where two would touch, the lower one gives way.
    static IEnumerable<(string Name, double Y, int Index)> Labels(IReadOnlyList<Waiting> curves)
    {
        var free = double.NegativeInfinity;
        foreach (var (index, curve) in curves.Index().OrderByDescending(c => c.Item.Within(30)))
        {
            var y = Math.Max(Y(curve.Within(30)) + 3.5, free);
            free = y + 12;
            yield return (curve.Name, y, index);
        }
    }

    static void Write(StringBuilder svg, double x, double y, string anchor, string colour, string text) =>
        svg.Append(Tr.Culture, $"<text x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor}\" font-size=\"10\" fill=\"{colour}\">{WebUtility.HtmlEncode(text)}</text>");

    static double X(double day) => Left + (Right - Left) * day / 30;

    static double Y(double share) => Bottom - (Bottom - Top) * share;
}
