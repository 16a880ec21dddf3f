namespace AcikKapi.Reports.Model;

/// <summary>Escorts or field visits; MeanMinutes from 20 visits on.</summary>
public sealed record VisitRow
{
    public string Name { get; init; } = "";
    public long? Asked { get; init; }
    public long? Done { get; init; }
    public long? MeanMinutes { get; init; }
}

/// <summary>The places of one tier of socio-economic development (SEGE, 1 = most developed); Untold of them have no count that may be told.</summary>
public sealed record TierRow
{
    public int Tier { get; init; }
    public long Places { get; init; }
    public long Untold { get; init; }
    public long? Received { get; init; }
    public long? Population { get; init; }
    public long? Due { get; init; }
    public long? Overdue { get; init; }

    public string Name => $"{Tier}. kademe";

    public Ratio PerHundredThousand => Received is null ? Ratio.Suppressed : Ratio.PerHundredThousand(Received, Population);

    public Ratio InTime => Ratio.Of(Overdue, Due).Complement();
}

/// <summary>One way in which applications get stuck: how many of how many, here and in the country.</summary>
public sealed record StageRow(string Stage, string What, long? Part, long? Whole, Ratio Country)
{
    public Ratio Share => Ratio.Of(Part, Whole);
}

/// <summary>One province's months.</summary>
public sealed record ProvinceTrend(int Code, string Name, IReadOnlyList<TrendPoint> Months);
