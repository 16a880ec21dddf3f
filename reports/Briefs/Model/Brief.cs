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
    IReadOnlyList<StageRow> Stages,
    IReadOnlyList<TierRow> Tiers,
    IReadOnlyList<VisitRow> Visits,
    IReadOnlyList<ProvinceTrend> Provinces,
    EarlierFlags Earlier,
    TextReport Texts,
    IReadOnlyList<QueueRow> Queues,
    IReadOnlyList<Funnel> Funnels,
    IReadOnlyList<Waiting> Waiting,
    Annex Annex,
    IReadOnlyList<QueryId> Queries)
{
    public string Title => $"{Place.Office}: {Text.PeriodText.Title(Period)} brifingi";
}

/// <summary>A query that the brief was filled by: its file and the first digits of its text's SHA-256.</summary>
public sealed record QueryId(string Name, string Hash);

/// <summary>The place a brief is about; <paramref name="Office"/> is whose brief it is.</summary>
public sealed record Place(string Name, string Office, long? Population);

/// <summary>What the published file says of itself.</summary>
public sealed record BriefMeta(DateOnly DataDate, string SnapshotId, string Rule, bool HasSimulated);
