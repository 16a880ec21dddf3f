using System.Text;
using AcikKapi.Reports.Model;
using AcikKapi.Reports.Text;
using static AcikKapi.Reports.Charts.Svg;

namespace AcikKapi.Reports.Charts;

/// <summary>Dot plot: the headings' shares of a place (filled) beside the country's (hollow).</summary>
public static class HeadingShares
{
    const int Width = 690;
    const int RowHeight = 15;
    const int Left = 240;
    const int Right = 650;

    public static string Draw(IReadOnlyList<TypeRow> headings, bool compares)
    {
        var rows = headings.Where(heading => heading.Share.Value is not null).ToList();
        var largest = rows.SelectMany(row => new[] { row.Share.Value ?? 0, compares ? row.CountryShare.Value ?? 0 : 0 }).Append(0.01).Max();
        var svg = new StringBuilder(Open(Alt(rows, compares), Width, rows.Count * RowHeight + 4));
        foreach (var (index, row) in rows.Index()) DrawRow(svg, row, index * RowHeight + RowHeight / 2.0 + 2, largest, compares);
        return svg.Append("</svg>").ToString();
    }

    static void DrawRow(StringBuilder svg, TypeRow row, double y, double largest, bool compares)
    {
        double X(double share) => Left + (Right - Left) * share / largest;
        var share = row.Share.Value!.Value;
        svg.Append(Tr.Culture, $"<text x=\"{Left - 12}\" y=\"{Number(y + 4)}\" text-anchor=\"end\" font-size=\"11.5\" fill=\"{Palette.Ink}\">{System.Net.WebUtility.HtmlEncode(row.Name)}</text>");
        svg.Append(Tr.Culture, $"<path d=\"M{Left} {Number(y)}H{Right}\" stroke=\"{Palette.Line}\" stroke-width=\"1\"/>");
        if (compares && row.CountryShare.Value is { } country)
        {
            svg.Append(Tr.Culture, $"<path d=\"M{Number(X(country))} {Number(y)}H{Number(X(share))}\" stroke=\"{Palette.Accent}\" stroke-width=\"1.6\"/>");
            svg.Append(Tr.Culture, $"<circle cx=\"{Number(X(country))}\" cy=\"{Number(y)}\" r=\"3.8\" fill=\"#fff\" stroke=\"{Palette.Ink}\" stroke-width=\"1.3\"/>");
        }
        svg.Append(Tr.Culture, $"<circle cx=\"{Number(X(share))}\" cy=\"{Number(y)}\" r=\"4.4\" fill=\"{Palette.Accent}\"/>");
        svg.Append(Tr.Culture, $"<text x=\"{Width}\" y=\"{Number(y + 4)}\" text-anchor=\"end\" font-size=\"11\" fill=\"{Palette.Muted}\">{Tr.Percent(share)}</text>");
    }

    static string Alt(List<TypeRow> rows, bool compares) =>
        "Nokta grafik: başvuruların başlıklara dağılımı. "
        + string.Join("; ", rows.Take(5).Select(row => $"{row.Name} {Tr.Percent(row.Share)}{(compares ? $" (ülke {Tr.Percent(row.CountryShare)})" : "")}"))
        + (rows.Count > 5 ? $"; öteki {rows.Count - 5} başlık daha küçük." : ".");
}
