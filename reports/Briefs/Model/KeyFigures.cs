namespace AcikKapi.Reports.Model;

/// <summary>Counts of one scope and period; Previous… is the period before, YearAgo… the same a year earlier.</summary>
public sealed record KeyFigures
{
    public long? Received { get; init; }
    public long? PreviousReceived { get; init; }
    public long? YearAgoReceived { get; init; }
    /// <summary>The period has ended; one still running is compared with nothing.</summary>
    public bool IsComplete { get; init; }
    public bool HasPrevious { get; init; }
    public bool HasYearAgo { get; init; }
    public long? Answered { get; init; }
    public long? Closed { get; init; }
    /// <summary>Applications whose deadline (applicant's clock) fell within the period.</summary>
    public long? Due { get; init; }
    /// <summary>Of those due, not answered by the deadline.</summary>
    public long? Overdue { get; init; }
    public long? PreviousDue { get; init; }
    public long? PreviousOverdue { get; init; }
    public long? OpenAtEnd { get; init; }
    public long? OverdueOpenAtEnd { get; init; }
    public long? Rejected { get; init; }
    public long? Reopened { get; init; }
    public long? SatisfactionCount { get; init; }
    public double? SatisfactionSum { get; init; }
    /// <summary>Working days from receipt to answer, of those received in the period; null where not yet reached.</summary>
    public double? MedianWorkingDays { get; init; }

    public Ratio SincePrevious => HasPrevious ? Ratio.Change(Received, PreviousReceived) : Ratio.Undefined;

    public Ratio SinceYearAgo => HasYearAgo ? Ratio.Change(Received, YearAgoReceived) : Ratio.Undefined;

    public Ratio InTime => Ratio.Of(Overdue, Due).Complement();

    public Ratio PreviousInTime => HasPrevious ? Ratio.Of(PreviousOverdue, PreviousDue).Complement() : Ratio.Undefined;

    /// <summary>Mean score 1–5; fewer than 20 answers are too few to print one.</summary>
    public Ratio Satisfaction =>
        SatisfactionSum is { } sum && SatisfactionCount is >= 20 and var count ? new(sum / count, false)
        : SatisfactionCount == 0 ? Ratio.Undefined : Ratio.Suppressed;
}
