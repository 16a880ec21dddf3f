using AcikKapi.Simulator.Texts;

namespace AcikKapi.Simulator.World;

/// <summary>
/// The citizens of a province who apply at some time, each computed anew from the seed whenever needed, so that none is kept.
/// They stand in blocks by heading: whoever came about heating aid comes again about food aid.
/// </summary>
sealed class Population
{
    const double ApplicationsAPerson = 1.7;
    const double OfTheirOwnHeading = 0.8;
    const int LastKnownYear = 2025; // births are drawn against it, so that a person's year does not move with the story

    readonly ProvinceWorld world;
    readonly ulong seed;
    readonly int firstSerial;
    readonly int[] blockStart; // by heading, with the end of the last behind

    /// <param name="serials">At most so many persons, from <paramref name="firstSerial"/> on.</param>
    public Population(ProvinceWorld world, int firstSerial, int serials, ulong seed)
    {
        (this.world, this.firstSerial, this.seed) = (world, firstSerial, seed);
        var shares = new double[HeadingProfile.All.Count];
        foreach (var topic in TopicProfile.All) shares[topic.Heading.Index] += world.TopicShares[topic.Index];
        blockStart = new int[shares.Length + 1];
        for (var i = 0; i < shares.Length; i++) blockStart[i + 1] = blockStart[i] + Math.Max(1, (int)(serials * shares[i]));
    }

    public static int SizeFor(double applications) => HeadingProfile.All.Count + (int)(applications / ApplicationsAPerson);

    /// <summary>Somebody with a matter of this heading; some come far more often than others.</summary>
    public Citizen Draw(int heading, Dice dice)
    {
        if (!dice.Chance(OfTheirOwnHeading)) heading = HeadingAt(dice.Below(blockStart[^1]));
        var size = blockStart[heading + 1] - blockStart[heading];
        return Of(blockStart[heading] + (int)(size * Math.Pow(dice.Share(), 1.35)), heading);
    }

    int HeadingAt(int person)
    {
        var heading = 0;
        while (blockStart[heading + 1] <= person) heading++;
        return heading;
    }

    Citizen Of(int index, int heading)
    {
        var serial = (firstSerial + index) % InventedNumbers.Persons;
        var dice = Dice.For(seed, "person", serial);
        var profile = HeadingProfile.All[heading];
        var gender = dice.Chance(profile.FemaleShare) ? "female" : "male";
        var female = gender == "female";
        var age = Demography.Age(profile.MedianAge, dice);
        var home = world.DrawPlace(dice);
        return new Citizen(
            new Person(InventedNumbers.NationalId(serial), PersonNames.First(gender, dice), PersonNames.Last(dice), InventedNumbers.Phone(serial), Handwriting.Of(dice)),
            dice.Chance(0.97) ? LastKnownYear - age : null,
            Told(gender, 0.98, dice),
            Told(Demography.Education(age, female, 0.35 * (double)world.Province.Sege2025Score, dice), 0.9, dice),
            Told(Demography.Employment(age, female, profile.Code == "CSG", dice), 0.88, dice),
            Demography.Circumstances(age, female, dice), home, home.DrawNeighbourhood(dice));
    }

    static string? Told(string value, double share, Dice dice) => dice.Chance(share) ? value : null;
}
