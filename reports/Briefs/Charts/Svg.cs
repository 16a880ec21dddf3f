using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace AcikKapi.Reports.Charts;

/// <summary>Makes a plotter's SVG fit to stand inside a page: sized by the page, described, its ids its own.</summary>
public static partial class Svg
{
    /// <summary>
    /// Replaces the outer element by one that scales and carries <paramref name="alt"/>, numbers the ids anew under
    /// <paramref name="id"/> and leaves the spacing of letters to the reader's font.
    /// </summary>
    public static string Embed(string svg, string id, string alt, int width, int height)
    {
        var inner = svg[(svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal)) + 1)..svg.LastIndexOf("</svg>", StringComparison.Ordinal)];
        inner = Renumber(inner, id);
        inner = GlyphPositions().Replace(inner, "$1=\"$2\"");
        inner = BetweenTags().Replace(inner, "><");
        return $"{Open(alt, width, height)}{inner.Trim()}</svg>";
    }

    // The plotter counts its ids through the life of the process: the same chart would never be the same bytes again.
    static string Renumber(string svg, string id)
    {
        var numbers = new Dictionary<string, int>();
        return Ids().Replace(svg, match =>
        {
            var name = match.Groups[2].Value;
            if (!numbers.TryGetValue(name, out var number)) numbers[name] = number = numbers.Count + 1;
            return string.Create(CultureInfo.InvariantCulture, $"{match.Groups[1].Value}{id}-{number}");
        });
    }

    /// <summary>The outer element of a chart: an image to a screen reader, with a sentence that says what it shows.</summary>
    public static string Open(string alt, int width, int height) =>
        string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"chart\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(alt)}\" viewBox=\"0 0 {width} {height}\" xmlns=\"http://www.w3.org/2000/svg\">");

    /// <summary>A coordinate: one decimal, a point.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    [GeneratedRegex("(id=\"|url\\(#)([^\")]+)")]
    private static partial Regex Ids();

    [GeneratedRegex("\\b(x|y)=\"(-?[0-9.e-]+),[^\"]*\"")]
    private static partial Regex GlyphPositions();

    [GeneratedRegex(">\\s+<")]
    private static partial Regex BetweenTags();
}
