namespace AcikKapi.Dashboard.Pages.Charts;

/// <summary>Process limits (XmR) of a line, and what its last point signals.</summary>
/// <param name="Signal">beyond_limit, seven_on_one_side, seven_in_a_row, two_of_three; null: nothing.</param>
/// <param name="Direction">1 above the mean, −1 below.</param>
public sealed record LineLimits(double Mean, double Low, double High, string? Signal, int? Direction)
{
    /// <summary>Of fewer points nothing is said, nor of a line that had fewer cases in any of them.</summary>
    public const int FewestPoints = 12, FewestCases = 20;

    /// <summary>
    /// x̄ ± 2.66·MR̄, moving ranges above 3.267·MR̄ left out (NHS Making Data Count): what mart_xmr does for places, here of counts that are
    /// published already, of a type or a unit. A point on a line has not passed it.
    /// </summary>
    /// <param name="points">The earliest first.</param>
    /// <param name="cases">Of each point; null where hidden.</param>
    /// <returns>Null where too little is known.</returns>
    public static LineLimits? Of(IReadOnlyList<LinePoint> points, IReadOnlyList<double?> cases)
    {
        if (points.Count < FewestPoints || cases.Any(n => n is not >= FewestCases) || points.Any(p => p.Value is null)) return null;
        double[] values = [.. points.Select(p => p.Value!.Value)];
        double[] steps = [.. values.Skip(1).Zip(values, (later, earlier) => later - earlier)];
        var (mean, most) = (values.Average(), 3.267 * steps.Average(Math.Abs));
        var width = 2.66 * steps.Select(Math.Abs).Where(step => step <= most).Average();
        return new LineLimits(mean, Math.Max(0, mean - width), mean + width, SignalOf(values, steps, mean, width), Math.Sign(values[^1] - mean));
    }

    static string? SignalOf(double[] values, double[] steps, double mean, double width)
    {
        int[] outer = [.. values[^3..].Select(v => Math.Abs(v - mean) > width * 2 / 3 ? Math.Sign(v - mean) : 0)];
        return Math.Abs(values[^1] - mean) > width ? "beyond_limit"
            : Math.Abs(values[^7..].Sum(v => Math.Sign(v - mean))) == 7 ? "seven_on_one_side"
            : Math.Abs(steps[^6..].Sum(Math.Sign)) == 6 ? "seven_in_a_row"
            : outer[^1] != 0 && Math.Abs(outer.Sum()) >= 2 ? "two_of_three"
            : null;
    }
}
