using AcikKapi.Reports.Filling;
using AcikKapi.Reports.Model;

namespace AcikKapi.Reports.Charts;

/// <summary>The trend's rows: weeks, or months where over half of the weeks are hidden.</summary>
public static class ReadTrend
{
    public static Trend Run(Published published, BriefScope scope, BriefPeriod period)
    {
        var weeks = published.Rows<TrendPoint>("Charts/weekly_trend.sql", new { scope = scope.Code, end = period.EndOn });
        if (2 * weeks.Count(week => week.Received is null) <= weeks.Count) return new(TrendStep.Week, weeks);
        return new(TrendStep.Month, published.Rows<TrendPoint>("Charts/monthly_trend.sql", new { scope = scope.Code, end = period.EndOn }));
    }
}
