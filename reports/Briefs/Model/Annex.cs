namespace AcikKapi.Reports.Model;

/// <summary>The ministry's tables to look things up in; empty in other briefs.</summary>
/// <param name="Topics">All that are told of, by heading as in types.csv, the most frequent first.</param>
/// <param name="Headings">Codes, the columns of the counts by province.</param>
public sealed record Annex(IReadOnlyList<TypeRow> Topics, IReadOnlyList<(string Code, string Name)> Headings, IReadOnlyList<ProvinceHeadings> Provinces)
{
    public static Annex None { get; } = new([], [], []);
}

/// <param name="Received">As many as there are headings; null where hidden.</param>
public sealed record ProvinceHeadings(string Name, IReadOnlyList<long?> Received);
