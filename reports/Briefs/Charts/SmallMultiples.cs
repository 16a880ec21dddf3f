using System.Net;
using System.Text;
using AcikKapi.Reports.Model;
using AcikKapi.Reports.Text;
using static AcikKapi.Reports.Charts.Svg;

namespace AcikKapi.Reports.Charts;

/// <summary>A small line a province, all from 0 to their own highest month: the shape is compared, not the size, which stands beside it.</summary>
public static class SmallMultiples
{
    const int Width = 690;
    const int Columns = 6;
    const int CellWidth = Width / Columns;
    const int CellHeight = 42;
    const int LineHeight = 20;

    public static string Draw(IReadOnlyList<ProvinceTrend> provinces)
    {
        var rows = (provinces.Count + Columns - 1) / Columns;
        var svg = new StringBuilder(Open(Alt(provinces), Width, rows * CellHeight + 2));
        foreach (var (index, province) in provinces.OrderBy(province => province.Name, StringComparer.Create(Tr.Culture, ignoreCase: false)).Index())
            DrawProvince(svg, province, index % Columns * CellWidth, index / Columns * CellHeight);
        return svg.Append("</svg>").ToString();
    }

    static void DrawProvince(StringBuilder svg, ProvinceTrend province, int x, int y)
    {
        var last = province.Months[^1].Received;
        svg.Append(Tr.Culture, $"<text x=\"{x}\" y=\"{y + 11}\" font-size=\"9.5\" fill=\"{Palette.Ink}\">{WebUtility.HtmlEncode(province.Name)}</text>");
        svg.Append(Tr.Culture, $"<text x=\"{x + CellWidth - 12}\" y=\"{y + 11}\" text-anchor=\"end\" font-size=\"9\" fill=\"{Palette.Muted}\">{Tr.Count(last)}</text>");
        svg.Append(Tr.Culture, $"<path d=\"M{x} {y + 16 + LineHeight}h{CellWidth - 12}\" stroke=\"{Palette.Line}\" stroke-width=\"1\"/>");
        svg.Append(Tr.Culture, $"<path d=\"{Line(province, x, y + 16)}\" fill=\"none\" stroke=\"{Palette.Accent}\" stroke-width=\"1.4\" stroke-linejoin=\"round\"/>");
        if (last is { } received) svg.Append(Tr.Culture, $"<circle cx=\"{Number(X(province, province.Months.Count - 1, x))}\" cy=\"{Number(Y(province, received, y + 16))}\" r=\"2.2\" fill=\"{Palette.Accent}\"/>");
    }

    // A hidden month breaks the line.
    static string Line(ProvinceTrend province, int x, int y)
    {
        var path = new StringBuilder();
        var pen = 'M';
        foreach (var (index, month) in province.Months.Index())
        {
            if (month.Received is not { } received)
            {
                pen = 'M';
                continue;
            }
            path.Append(pen).Append(Number(X(province, index, x))).Append(' ').Append(Number(Y(province, received, y)));
            pen = 'L';
        }
        return path.ToString();
    }

    static double X(ProvinceTrend province, int index, int x) => x + 2 + (CellWidth - 16.0) * index / Math.Max(1, province.Months.Count - 1);

    static double Y(ProvinceTrend province, long received, int y) =>
        y + LineHeight - (LineHeight - 2.0) * received / Math.Max(1, province.Months.Max(month => month.Received ?? 0));

    static string Alt(IReadOnlyList<ProvinceTrend> provinces)
    {
        var highest = provinces.Count(province => province.Months[^1].Received is { } last && province.Months.All(month => month.Received is null || month.Received <= last));
        return $"{provinces.Count} ilin aylık başvuru sayısının son {provinces.Max(province => province.Months.Count)} aydaki seyri, her il için küçük bir çizgi. "
            + (highest == 0 ? "Hiçbir ilin son ayı en yüksek ayı değil." : $"{highest} ilde son ay, gösterilen ayların en yükseğidir.");
    }
}
