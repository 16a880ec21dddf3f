namespace AcikKapi.Simulator.World;

/// <summary>A unit that applications are routed to. Code: plate and kind, "76-MEB", or with the district between them.</summary>
sealed record Unit(string Code, string Name, string Institution, string KindCode, int Province, int? District, UnitHabits Habits);

/// <summary>How a unit works. Days are working days from routing to answer, log-normal.</summary>
/// <param name="ReopenShare">Of its answers that the citizen does not accept.</param>
/// <param name="SlowFrom">From this day on it takes <paramref name="SlowFactor"/> times as long.</param>
sealed record UnitHabits(double MedianDays, double Spread, double ResolvedShare, double ReopenShare, DateOnly SlowFrom, double SlowFactor)
{
    public double MedianOn(DateOnly day) => day >= SlowFrom ? MedianDays * SlowFactor : MedianDays;

    public static UnitHabits Drawn(double kindMedian, Dice dice) => new(
        MedianDays: kindMedian * Math.Exp(0.22 * dice.Normal()),
        Spread: 0.55 + 0.25 * dice.Share(),
        ResolvedShare: 0.80 + 0.17 * dice.Share(),
        ReopenShare: 0.012 + 0.05 * dice.Share() * dice.Share(),
        SlowFrom: DateOnly.MaxValue,
        SlowFactor: 1);
}
