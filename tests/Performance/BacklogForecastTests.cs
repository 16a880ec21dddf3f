using AcikKapi.Analytics.Performance;
using Xunit;

namespace AcikKapi.Tests.Performance;

public sealed class BacklogForecastTests
{
    /// <summary>Desks that just keep up and that fall behind: a year of each, and what then became of the queue. Where little waits, whole cases make the interval wider.</summary>
    [Fact]
    public void EightyPercentInterval_HoldsEightyPercentOfFutures()
    {
        var dice = new Random(7);
        var (inside, all) = (0, 0);
        for (var world = 0; world < 600; world++)
        {
            var (arrivals, capacity) = (10 + dice.Next(40), 0.0);
            capacity = arrivals * (0.9 + 0.2 * dice.NextDouble());
            var (past, open) = (new List<FlowWeek>(), 0);
            for (var week = 0; week < 52; week++) past.Add(Week(ref open, arrivals, capacity, dice));
            var forecast = BacklogForecast.Run(past, open, seed: world);
            for (var week = 0; week < BacklogForecast.WeeksAhead; week++) Week(ref open, arrivals, capacity, dice);
            all++;
            if (open >= forecast[^1].Low && open <= forecast[^1].High) inside++;
        }
        Assert.InRange((double)inside / all, 0.75, 0.85);
    }

    [Fact]
    public void ShortPast_HasNoForecast_AndAnIdleUnitStaysEmpty()
    {
        Assert.Empty(BacklogForecast.Run([.. Enumerable.Repeat(new FlowWeek(0, 5, 5), 25)], 0, 1));
        Assert.All(BacklogForecast.Run([.. Enumerable.Repeat(new FlowWeek(0, 0, 0), 52)], 0, 1), f => Assert.Equal((0, 0), (f.Low, f.High)));
    }

    [Fact]
    public void SameSeed_GivesTheSame()
    {
        List<FlowWeek> past = [.. Enumerable.Range(0, 52).Select(i => new FlowWeek(i, 5 + i % 3, 4 + i % 3))];
        Assert.Equal(BacklogForecast.Run(past, 53, 3), BacklogForecast.Run(past, 53, 3));
    }

    static FlowWeek Week(ref int open, int arrivals, double capacity, Random dice)
    {
        var (start, came) = (open, Poisson(arrivals, dice));
        var went = Math.Min(start + came, Poisson(capacity, dice));
        open = start + came - went;
        return new FlowWeek(start, came, went);
    }

    static int Poisson(double mean, Random dice)
    {
        var (limit, product, count) = (Math.Exp(-mean), 1.0, -1);
        do { product *= dice.NextDouble(); count++; } while (product > limit);
        return count;
    }
}
