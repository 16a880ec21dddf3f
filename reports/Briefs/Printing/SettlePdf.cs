using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AcikKapi.Reports.Model;

namespace AcikKapi.Reports;

/// <summary>
/// Makes a printed PDF the same bytes for the same brief: its dates become the data date, the numbers that Chromium counts through
/// the life of a page are counted anew, all in their own length, so that no offset moves. Then the data date, the snapshot and the
/// queries are appended to its document information, as the format's incremental update (ISO 32000-1, 7.5.6).
/// </summary>
public static partial class SettlePdf
{
    public static byte[] Run(byte[] pdf, Brief brief)
    {
        var text = Encoding.Latin1.GetString(pdf); // a byte a character, both ways
        text = Dates().Replace(text, match => $"{match.Groups[1].Value}{brief.Meta.DataDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}{"000000+00'00'"[..(match.Groups[2].Length - 8)]}");
        text = Renumber(text);
        text = FileId().Replace(text, match => Regex.Replace(match.Value, "[0-9A-Fa-f]{32}", new string('0', 32)));
        return Encoding.Latin1.GetBytes(WithInformation(text, brief));
    }

    static string Renumber(string text)
    {
        var numbers = new Dictionary<string, int>();
        return NodeIds().Replace(text, match =>
        {
            if (!numbers.TryGetValue(match.Value, out var number)) numbers[match.Value] = number = numbers.Count + 1;
            return "node" + number.ToString(new string('0', match.Length - 4), CultureInfo.InvariantCulture);
        });
    }

    // The new information object, a cross-reference section with that one object, and a trailer that leads on to the old one.
    static string WithInformation(string text, Brief brief)
    {
        var trailer = Trailer().Matches(text).LastOrDefault();
        if (trailer is null) return text;
        var size = int.Parse(Size().Match(trailer.Value).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var queries = string.Join(", ", brief.Queries.Select(query => $"{query.Name} {query.Hash}"));
        var date = brief.Meta.DataDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var end = text.EndsWith('\n') ? "" : "\n";
        var at = text.Length + end.Length;
        var body = string.Create(CultureInfo.InvariantCulture, $"""
            {size} 0 obj
            <</Title {Hex(brief.Title)}
            /Subject {Hex($"Veri tarihi {date}, anlık görüntü {brief.Meta.SnapshotId}")}
            /Keywords {Hex($"data date {date}; snapshot {brief.Meta.SnapshotId}; queries {queries}")}
            /Author {Hex(brief.Place.Office)}
            /Creator (AcikKapi)
            /CreationDate (D:{date.Replace("-", "", StringComparison.Ordinal)}000000+00'00')>>
            endobj

            """);
        return text + end + body + string.Create(CultureInfo.InvariantCulture, $"""
            xref
            {size} 1
            {at:0000000000} 00000 n 
            trailer
            <</Size {size + 1}
            /Root {Root().Match(trailer.Value).Groups[1].Value}
            /Info {size} 0 R
            /Prev {trailer.Groups["start"].Value}>>
            startxref
            {at + body.Length}
            %%EOF

            """);
    }

    // UTF-16 with a byte order mark, as the format asks for letters beyond Latin-1.
    static string Hex(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    [GeneratedRegex(@"(/(?:CreationDate|ModDate) \(D:)([0-9]{14}(?:\+00'00'?)?)")]
    private static partial Regex Dates();

    [GeneratedRegex("node[0-9]{8}")]
    private static partial Regex NodeIds();

    [GeneratedRegex(@"/ID \[[^\]]*\]")]
    private static partial Regex FileId();

    [GeneratedRegex(@"trailer\s*<<(?:(?!>>).)*>>\s*startxref\s*(?<start>[0-9]+)", RegexOptions.Singleline)]
    private static partial Regex Trailer();

    [GeneratedRegex("/Size ([0-9]+)")]
    private static partial Regex Size();

    [GeneratedRegex("/Root ([0-9]+ [0-9]+ R)")]
    private static partial Regex Root();
}
