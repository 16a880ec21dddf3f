namespace AcikKapi.Simulator.World;

/// <summary>Who somebody is, drawn step by step: age, then schooling, then work and circumstances, each given the former.</summary>
static class Demography
{
    static readonly string[] Schools = ["illiterate", "primary_school", "secondary_school", "high_school", "university"];

    public static int Age(double median, Dice dice) => Math.Clamp((int)Math.Round(dice.LogNormal(median, 0.33)), 16, 94);

    public static string Education(int age, bool female, double schooling, Dice dice)
    {
        // One scale of schooling: the young and the better-off provinces stand higher on it.
        var level = 2.85 + schooling - 0.035 * (age - 40) - (female ? 0.25 : 0) + 1.25 * dice.Normal();
        return Schools[Math.Clamp((int)Math.Round(level), 0, age < 22 ? 3 : 4)];
    }

    public static string Employment(int age, bool female, bool asksForWork, Dice dice)
    {
        if (age >= 60 && dice.Chance(female ? 0.45 : 0.8)) return "retired";
        if (age <= 23 && dice.Chance(0.5)) return "student";
        if (dice.Chance(asksForWork ? 0.72 : 0.3)) return "unemployed";
        return female && dice.Chance(0.55) ? "homemaker" : "employed";
    }

    /// <summary>Sorted, as the intake stores them.</summary>
    public static string[] Circumstances(int age, bool female, Dice dice)
    {
        var list = new List<string>(2);
        if (dice.Chance(0.075)) list.Add("disabled");
        if (age >= 65) list.Add("elderly");
        if (dice.Chance(age >= 50 ? 0.09 : 0.04)) list.Add("ill");
        if (dice.Chance(0.008)) list.Add("martyr_relative");
        if (!female && dice.Chance(0.006)) list.Add("veteran");
        return list.Count == 0 ? [] : [.. list];
    }
}
