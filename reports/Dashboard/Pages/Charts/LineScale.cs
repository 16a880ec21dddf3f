using System.Text;
using AcikKapi.Reports.Charts;
using AcikKapi.Reports.Text;

namespace AcikKapi.Dashboard.Pages.Charts;

/// <summary>Where the points of a line chart lie: days from left to right, values upwards from 0.</summary>
sealed class LineScale
{
    public int Width { get; } = 860;
    public int Height { get; } = 250;
    public int Top { get; } = 12;
    public int Right { get; } = 14;

    readonly DateOnly _first, _last;
    readonly double _most;

    public LineScale(IReadOnlyList<LinePoint> points, LineLimits? limits, Func<double, string> format)
    {
        (_first, _last) = points.Count == 0 ? (default, default(DateOnly).AddDays(1)) : (points[0].StartOn, points[^1].StartOn);
        var largest = points.Select(p => p.Value ?? 0).Append(limits?.High ?? 0).DefaultIfEmpty(0).Max();
        Ticks = TicksTo(largest);
        _most = Math.Max(Ticks[^1], double.Epsilon);
        Left = 18 + 8 * Ticks.Max(tick => format(tick).Length);
        Days = [.. Labels()];
    }

    public int Left { get; }

    public int Bottom => Height - 26;

    public IReadOnlyList<double> Ticks { get; }

    public IReadOnlyList<(DateOnly Day, string Text)> Days { get; }

    public double X(DateOnly day) =>
        Left + (Width - Left - Right - 6) * (double)(Math.Clamp(day.DayNumber, _first.DayNumber, _last.DayNumber) - _first.DayNumber) / Math.Max(1, _last.DayNumber - _first.DayNumber);

    public double Y(double value) => Bottom - (Bottom - Top) * Math.Clamp(value, 0, _most) / _most;

    /// <summary>Runs of known values; a hidden one leaves a gap.</summary>
    public string Path(IEnumerable<LinePoint> points)
    {
        var path = new StringBuilder();
        var isDrawing = false;
        foreach (var point in points)
        {
            if (point.Value is { } value) path.Append(isDrawing ? 'L' : 'M').Append(Svg.Number(X(point.StartOn))).Append(' ').Append(Svg.Number(Y(value)));
            isDrawing = point.Value is not null;
        }
        return path.ToString();
    }

    /// <summary>Four or five round numbers from 0 up to the largest.</summary>
    public static IReadOnlyList<double> TicksTo(double largest)
    {
        var step = NiceStep(largest / 4);
        return [.. Enumerable.Range(0, (int)Math.Ceiling(largest / step) + 1).Select(i => i * step)];
    }

    static double NiceStep(double rough)
    {
        if (rough <= 0) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * new[] { 1, 2, 2.5, 5, 10 }.First(nice => nice * power >= rough);
    }

    // As many labels as have room: months of a year or two, else quarters or Januaries.
    IEnumerable<(DateOnly, string)> Labels()
    {
        var months = (_last.Year - _first.Year) * 12 + _last.Month - _first.Month;
        var every = months <= 14 ? 2 : months <= 40 ? 6 : 12;
        for (var month = new DateOnly(_first.Year, _first.Month, 1); month <= _last; month = month.AddMonths(1))
            if (month >= _first && (month.Month - 1) % every == 0)
                yield return (month, month.ToString(month.Month == 1 || every > 2 ? "MMM yyyy" : "MMM", Tr.Culture));
    }
}
