using AcikKapi.Domain.Reference;
using AcikKapi.Reports.Model;
using AcikKapi.Reports.Text;

namespace AcikKapi.Reports.Filling;

/// <summary>All topics of the country, and all provinces by heading.</summary>
static class FillAnnex
{
    const int All = 1000;

    public static Annex Run(Published published, BriefScope scope, BriefPeriod period)
    {
        if (scope.Level != ScopeLevel.Ministry) return Annex.None;
        var cells = published.Rows<Cell>("Filling/annex_headings.sql", new { period = period.Code }).ToDictionary(cell => (cell.Province, cell.Heading), cell => cell.Received);
        var headings = Vocabulary.Current.Headings.Where(heading => cells.Keys.Any(key => key.Heading == heading.Code)).ToList();
        var places = headings.Select((heading, place) => (heading.NameTr, place)).ToDictionary(pair => pair.NameTr, pair => pair.place, StringComparer.Ordinal);
        return new Annex(
            [.. published.Rows<TypeRow>("Filling/types.sql", new { scope = scope.Code, period = period.Code, level = "topic", limit = All })
                .Where(topic => topic.Heading.Length > 0).OrderBy(topic => places.GetValueOrDefault(topic.Heading, int.MaxValue))],
            [.. headings.Select(heading => (heading.Code, heading.NameTr))],
            [.. Vocabulary.Current.Provinces.Where(province => cells.Keys.Any(key => key.Province == province.Code))
                .OrderBy(province => province.Name, StringComparer.Create(Tr.Culture, ignoreCase: false))
                .Select(province => new ProvinceHeadings(province.Name, [.. headings.Select(heading => cells.TryGetValue((province.Code, heading.Code), out var received) ? received : 0)]))]);
    }

    sealed record Cell
    {
        public int Province { get; init; }
        public string Heading { get; init; } = "";
        public long? Received { get; init; }
    }
}
