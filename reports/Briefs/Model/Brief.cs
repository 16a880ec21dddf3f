namespace AcikKapi.Reports.Model;

/// <summary>
/// All that one brief says, read from the published tables. A count is null where it is suppressed;
/// the layout prints what stands here and computes nothing.
/// </summary>
public sealed record Brief(
    BriefScope Scope,
    BriefPeriod Period,
    Place Place,
    BriefMeta Meta,
    KeyFigures Figures,
    Trend Trend,
    IReadOnlyList<TypeRow> Topics,
    IReadOnlyList<TypeRow> Headings,
    IReadOnlyList<TypeRow> Rising,
    FlagList Flags,
    IReadOnlyList<UnitRow> Units,
    IReadOnlyList<GroupPanel> Groups,
    IReadOnlyList<PlaceRow> Places,
    EarlierFlags Earlier)
{
    public string Title => $"{Place.Office}: {Text.PeriodText.Title(Period)} brifingi";
}

/// <summary>The place a brief is about; <paramref name="Office"/> is whose brief it is.</summary>
public sealed record Place(string Name, string Office, long? Population);

/// <summary>What the published file says of itself.</summary>
public sealed record BriefMeta(DateOnly DataDate, string SnapshotId, string Rule, bool HasSimulated);
