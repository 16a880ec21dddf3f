using AcikKapi.Reports.Filling;
using AcikKapi.Reports.Model;

namespace AcikKapi.Reports.Charts;

/// <summary>The trend's rows: weeks, or months where over half of the weeks are hidden; with the limits of the last night in the last period's briefs.</summary>
public static class ReadTrend
{
    public static Trend Run(Published published, BriefScope scope, BriefPeriod period, bool isLatest)
    {
        var at = new { scope = scope.Code, end = period.EndOn };
        var weeks = published.Rows<TrendPoint>("Charts/weekly_trend.sql", at);
        return 2 * weeks.Count(week => week.Received is null) <= weeks.Count
            ? new(TrendStep.Week, weeks, Limits("week"))
            : new(TrendStep.Month, published.Rows<TrendPoint>("Charts/monthly_trend.sql", at), Limits("month"));

        TrendLimits? Limits(string kind) =>
            isLatest ? published.Rows<TrendLimits>("Charts/trend_limits.sql", new { at.scope, at.end, kind }).FirstOrDefault() : null;
    }
}
