using AcikKapi.Reports.Model;
using AcikKapi.Reports.Text;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace AcikKapi.Reports.Charts;

/// <summary>Applications received over three years, the brief's period marked.</summary>
public static class WeeklyTrend
{
    const int Width = 690;
    const int Height = 176;
    const string Font = "Noto Sans";

    public static string Draw(Trend trend, BriefPeriod period)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = plot.DataBackground.Color = Colors.Transparent;
        MarkPeriod(plot, period);
        if (trend.Limits is { } limits) DrawLimits(plot, limits, trend.Points[^1].StartOn);
        foreach (var run in Runs(trend.Points)) DrawRun(plot, run, Palette.Muted, 1.1f);
        foreach (var run in Runs([.. trend.Points.Where(point => IsWithin(point, trend.Step, period))])) DrawRun(plot, run, Palette.Accent, 2.6f);
        DrawAxes(plot, trend);
        return Svg.Embed(plot.GetSvgXml(Width, Height), "trend", Alt(trend, period), Width, Height);
    }

    /// <summary>What a reader who does not see the chart is told.</summary>
    public static string Alt(Trend trend, BriefPeriod period)
    {
        var known = trend.Points.Where(point => point.Received is not null).ToList();
        var (lowest, highest) = (known.MinBy(point => point.Received)!, known.MaxBy(point => point.Received)!);
        var step = trend.Step == TrendStep.Week ? "haftalık" : "aylık";
        return $"Çizgi grafik: {Tr.Date(trend.Points[0].StartOn)} ile {Tr.Date(trend.Points[^1].StartOn)} arasında {step} başvuru sayısı. "
            + $"En düşük {Tr.Count(lowest.Received)} ({Tr.Date(lowest.StartOn)}), en yüksek {Tr.Count(highest.Received)} ({Tr.Date(highest.StartOn)}). "
            + $"{PeriodText.Title(period)} işaretlidir."
            + (trend.Limits is { } limits ? $" Ortalama {Tr.Count((long)limits.Mean)}, olağan sınırlar {Tr.Count((long)limits.Low)} ile {Tr.Count((long)limits.High)}." : "");
    }

    static void MarkPeriod(Plot plot, BriefPeriod period)
    {
        var span = plot.Add.HorizontalSpan(Day(period.StartOn), Day(period.EndOn.AddDays(1)));
        span.FillStyle.Color = Color.FromHex(Palette.Tint);
        span.LineStyle.Width = 0;
    }

    // The mean, and beside it what lies within the usual: dashed, so that grey print keeps them apart from the counts.
    static void DrawLimits(Plot plot, TrendLimits limits, DateOnly last)
    {
        foreach (var (value, pattern) in new[] { (limits.Low, LinePattern.Dotted), (limits.Mean, LinePattern.Dashed), (limits.High, LinePattern.Dotted) })
        {
            var line = plot.Add.Line(Day(limits.FromOn), value, Day(last), value);
            line.LineColor = Color.FromHex(Palette.Warm);
            line.LineWidth = 1;
            line.LinePattern = pattern;
        }
    }

    static void DrawRun(Plot plot, IReadOnlyList<TrendPoint> run, string colour, float width)
    {
        var line = plot.Add.Scatter(run.Select(point => Day(point.StartOn)).ToArray(), run.Select(point => (double)point.Received!.Value).ToArray());
        line.Color = Color.FromHex(colour);
        line.LineWidth = width;
        line.MarkerSize = run.Count == 1 ? 4 : 0; // a week alone between hidden ones would leave no line
    }

    static void DrawAxes(Plot plot, Trend trend)
    {
        var (first, last) = (trend.Points[0].StartOn, trend.Points[^1].StartOn);
        plot.Axes.SetLimits(Day(first) - 4, Day(last) + 12, 0, Math.Max(trend.Points.Max(point => point.Received ?? 0), trend.Limits?.High ?? 0) * 1.08 + 1);
        plot.Axes.Bottom.TickGenerator = Quarters(first, last);
        plot.Axes.Left.TickGenerator = new NumericAutomatic { LabelFormatter = value => value.ToString("#,0", Tr.Culture), IntegerTicksOnly = true, TargetTickCount = 4 };
        plot.Axes.Frame(false);
        plot.Axes.Bottom.FrameLineStyle.IsVisible = true;
        plot.Axes.Bottom.FrameLineStyle.Color = Color.FromHex(Palette.Muted);
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Grid.YAxisStyle.MajorLineStyle.Color = Color.FromHex(Palette.Line);
        foreach (IAxis axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            axis.TickLabelStyle.FontName = Font;
            axis.TickLabelStyle.FontSize = 11;
            axis.TickLabelStyle.ForeColor = Color.FromHex(Palette.Muted);
            axis.MajorTickStyle.Length = axis.MinorTickStyle.Length = 0;
        }
    }

    // A tick a quarter, named after its first month; January carries the year.
    static NumericManual Quarters(DateOnly first, DateOnly last)
    {
        var ticks = new NumericManual();
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
            if (month >= first && month.Month % 3 == 1)
                ticks.AddMajor(Day(month), month.ToString(month.Month == 1 ? "MMM yyyy" : "MMM", Tr.Culture));
        return ticks;
    }

    static IEnumerable<IReadOnlyList<TrendPoint>> Runs(IReadOnlyList<TrendPoint> points)
    {
        var run = new List<TrendPoint>();
        foreach (var point in points)
        {
            if (point.Received is not null) run.Add(point);
            else if (run.Count > 0) { yield return run; run = []; }
        }
        if (run.Count > 0) yield return run;
    }

    static bool IsWithin(TrendPoint point, TrendStep step, BriefPeriod period) =>
        point.StartOn.AddDays(step == TrendStep.Week ? 6 : 27) >= period.StartOn && point.StartOn <= period.EndOn;

    static double Day(DateOnly day) => day.DayNumber;
}
