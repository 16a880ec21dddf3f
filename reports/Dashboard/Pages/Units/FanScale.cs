using AcikKapi.Dashboard.Pages.Charts;

namespace AcikKapi.Dashboard.Pages.Units;

/// <summary>Weeks from today to the thirteenth, queues upwards from 0.</summary>
sealed class FanScale(IReadOnlyList<ForecastWeek> weeks)
{
    public IReadOnlyList<double> Ticks { get; } = LineScale.TicksTo(Math.Max(weeks.Max(w => w.High), weeks[0].OpenNow ?? 0));

    public int Left { get; } = 70;

    public double X(int week) => Left + (846 - 20 - Left) * week / 13.0;

    public double Y(double value) => 190 - 178 * value / Math.Max(Ticks[^1], double.Epsilon);
}
