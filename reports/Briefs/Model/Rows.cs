namespace AcikKapi.Reports.Model;

/// <summary>One unit by the unit's own clock (7 working days from each routing to it).</summary>
public sealed record UnitRow
{
    public string Name { get; init; } = "";
    public long? Routed { get; init; }
    public long? Due { get; init; }
    public long? Overdue { get; init; }
    public long? Reopened { get; init; }
    /// <summary>Units of the place in all, also those not listed.</summary>
    public long Units { get; init; }

    public Ratio OverdueShare => Ratio.Of(Overdue, Due);
}

/// <summary>One dimension of the applicants or of the applications (gender, age band, channel …).</summary>
public sealed record GroupPanel(string Dimension, string Title, IReadOnlyList<GroupRow> Rows)
{
    public bool HasPopulation => Rows.Any(row => row.PopulationShare.Value is not null);
}

/// <summary>One value of a dimension; shares are of the rows of its panel whose value is known.</summary>
public sealed record GroupRow(string Name, long? Received, Ratio Share, Ratio PopulationShare);

/// <summary>A district in a province's brief, a province in the ministry's.</summary>
public sealed record PlaceRow
{
    public int Code { get; init; }
    public string Name { get; init; } = "";
    public long? Received { get; init; }
    public long? YearAgoReceived { get; init; }
    public long? Due { get; init; }
    public long? Overdue { get; init; }
    public long? OpenAtEnd { get; init; }
    public long? Population { get; init; }
    public long Flags { get; init; }

    /// <summary>Places of like size are set beside each other: 0 up to 25,000 inhabitants, 1 up to 100,000, 2 above, 3 unknown.</summary>
    public int Peers => Population switch { null => 3, <= 25_000 => 0, <= 100_000 => 1, _ => 2 };

    public static string PeersName(int peers) => peers switch
    {
        0 => "25 bine kadar nüfuslu ilçeler",
        1 => "25–100 bin nüfuslu ilçeler",
        2 => "100 binden çok nüfuslu ilçeler",
        _ => "Nüfusu bilinmeyen ilçeler",
    };

    public Ratio PerHundredThousand => Ratio.PerHundredThousand(Received, Population);

    public Ratio InTime => Ratio.Of(Overdue, Due).Complement();

    public Ratio SinceYearAgo => Ratio.Change(Received, YearAgoReceived);
}
