using AcikKapi.Simulator.World;

namespace AcikKapi.Simulator.Story;

/// <summary>
/// How many applied where on each day, fixed by the seed: Poisson counts about each day's weight, made to add up to the total.
/// An application is (province, day, number of that day), and all have one order: by day, then province. 8 bytes a province and day.
/// </summary>
sealed class Chronicle
{
    readonly int[,] counts; // [province, day]
    readonly long[] dayStart; // applications before the day

    public Chronicle(Cast cast, DateOnly from, DateOnly until, long total)
    {
        (Cast, From, Until, Total) = (cast, from, until, total);
        Days = until.DayNumber - from.DayNumber + 1;
        var volume = cast.Volumes;
        var all = volume.Sum();
        Weekly = [.. volume.Select(v => total * v / all / (Days / 7.0))];
        counts = Draw(volume);
        dayStart = new long[Days + 1];
        for (var day = 0; day < Days; day++)
            dayStart[day + 1] = dayStart[day] + Enumerable.Range(0, cast.Provinces.Count).Sum(p => (long)counts[p, day]);
        Populations = [.. Inhabit()];
    }

    public Cast Cast { get; }
    public DateOnly From { get; }
    public DateOnly Until { get; }
    public int Days { get; }
    public long Total { get; }
    public PlantedTruth Truth => Cast.Truth;

    /// <summary>Applications of each province in an average week.</summary>
    public IReadOnlyList<double> Weekly { get; }

    public IReadOnlyList<Population> Populations { get; }

    public int Count(int province, int day) => counts[province, day];

    /// <summary>Where the province's applications of a day begin in the one order of all.</summary>
    public long Position(int province, int day)
    {
        var position = dayStart[day];
        for (var before = 0; before < province; before++) position += counts[before, day];
        return position;
    }

    /// <summary>The first day that begins at or after so many applications.</summary>
    public int DayAt(long position) => Math.Max(0, Array.FindLastIndex(dayStart, start => start <= position));

    public WeekMix MixOf(int province, DateOnly monday) => new(Cast.Provinces[province], monday, Weekly[province], Truth, Cast.Seed);

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    int[,] Draw(IReadOnlyList<double> volume)
    {
        var weights = new double[volume.Count, Days];
        Parallel.For(0, volume.Count, province =>
        {
            var world = Cast.Provinces[province];
            var week = 0.0;
            for (var day = 0; day < Days; day++)
            {
                var date = From.AddDays(day);
                if (day == 0 || date.DayOfWeek == DayOfWeek.Monday) week = MixOf(province, MondayOf(date)).Weight;
                weights[province, day] = volume[province] * week * DayWeight.Of(date) * Math.Pow(1 + world.Growth, (day - Days) / 365.25);
            }
        });
        var scale = Total / weights.Cast<double>().Sum();
        var drawn = new int[volume.Count, Days];
        for (var province = 0; province < volume.Count; province++)
            for (var day = 0; day < Days; day++)
                drawn[province, day] = Dice.For(Cast.Seed, "count", province, From.DayNumber + day).Poisson(scale * weights[province, day]);
        Settle(drawn, weights);
        return drawn;
    }

    /// <summary>Adds or takes away single applications, in proportion to the weights, until the total is met.</summary>
    void Settle(int[,] drawn, double[,] weights)
    {
        var missing = Total - drawn.Cast<int>().Sum(c => (long)c);
        var dice = Dice.For(Cast.Seed, "settle");
        var cells = new Weighted<int>(weights.Cast<double>().Select((weight, cell) => (cell, weight)));
        while (missing != 0)
        {
            var cell = cells.Draw(dice);
            ref var count = ref drawn[cell / Days, cell % Days];
            if (missing < 0 && count == 0) continue;
            count += Math.Sign(missing);
            missing -= Math.Sign(missing);
        }
    }

    /// <summary>Persons in proportion to applications; where there are more than numbers to give, all come more often.</summary>
    IEnumerable<Population> Inhabit()
    {
        var wanted = Enumerable.Range(0, Cast.Provinces.Count)
            .Select(p => Population.SizeFor(Enumerable.Range(0, Days).Sum(d => (double)counts[p, d]))).ToArray();
        var share = Math.Min(1, 0.999 * InventedNumbers.Persons / wanted.Sum(w => (double)w));
        var first = 0;
        for (var p = 0; p < wanted.Length; p++)
        {
            var serials = (int)(wanted[p] * share);
            yield return new Population(Cast.Provinces[p], first, serials, Cast.Seed);
            first += serials + HeadingProfile.All.Count;
        }
    }
}
