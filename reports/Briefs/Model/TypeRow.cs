namespace AcikKapi.Reports.Model;

/// <summary>One heading or topic of one scope and period, beside the country's.</summary>
public sealed record TypeRow
{
    public string Name { get; init; } = "";
    public string Heading { get; init; } = "";
    public long? Received { get; init; }
    public long? PreviousReceived { get; init; }
    public long? YearAgoReceived { get; init; }
    public long? ScopeReceived { get; init; }
    public long? CountryReceived { get; init; }
    public long? CountryTotal { get; init; }
    public long? Population { get; init; }

    public Ratio Share => Ratio.Of(Received, ScopeReceived);

    public Ratio CountryShare => Ratio.Of(CountryReceived, CountryTotal);

    /// <summary>Location quotient: the type's share here over its share in the country; 1 = like the country.</summary>
    public Ratio AgainstCountry => Share / CountryShare;

    public Ratio PerHundredThousand => Ratio.PerHundredThousand(Received, Population);

    public Ratio SincePrevious => Ratio.Change(Received, PreviousReceived);

    public Ratio SinceYearAgo => Ratio.Change(Received, YearAgoReceived);
}
