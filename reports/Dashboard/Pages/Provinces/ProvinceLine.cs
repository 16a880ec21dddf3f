using AcikKapi.Reports.Model;

namespace AcikKapi.Dashboard.Pages.Provinces;

/// <summary>A province beside those of its size.</summary>
public sealed record ProvinceLine
{
    public int Code { get; init; }
    public string Name { get; init; } = "";
    public long? Population { get; init; }
    public int? Tier { get; init; }
    public long? Received { get; init; }
    public long? YearAgoReceived { get; init; }
    public long? Due { get; init; }
    public long? Overdue { get; init; }
    public long? Answered { get; init; }
    public long? Reopened { get; init; }
    public long? OpenAtEnd { get; init; }
    public double? MedianDays { get; init; }
    public long? SatisfactionCount { get; init; }
    public double? SatisfactionSum { get; init; }
    public long Criteria { get; init; }
    public string? Higher { get; init; }
    public string? Lower { get; init; }

    public Ratio PerHundredThousand => Ratio.PerHundredThousand(Received, Population);

    public Ratio InTime => Ratio.Of(Overdue, Due).Complement();

    public Ratio ReopenedShare => Ratio.Of(Reopened, Answered);

    public Ratio SinceYearAgo => Ratio.Change(Received, YearAgoReceived);

    /// <summary>Peers: 0 up to 250,000 inhabitants, 1 up to 500,000, 2 up to a million, 3 up to two, 4 above.</summary>
    public int BySize => Population switch { null or <= 250_000 => 0, <= 500_000 => 1, <= 1_000_000 => 2, <= 2_000_000 => 3, _ => 4 };

    public static string SizeName(int size) => size switch
    {
        0 => "250 bine kadar nüfuslu iller",
        1 => "250–500 bin nüfuslu iller",
        2 => "500 bin–1 milyon nüfuslu iller",
        3 => "1–2 milyon nüfuslu iller",
        _ => "2 milyondan çok nüfuslu iller",
    };
}
