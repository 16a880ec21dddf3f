using AcikKapi.Simulator.World;

namespace AcikKapi.Simulator.Story;

/// <summary>What a province asks for in one week: the weight of each topic with season, scatter and what is planted; 1 a week on average.</summary>
sealed class WeekMix
{
    readonly Weighted<TopicProfile> topics;

    /// <param name="expected">Applications of the province in an average week; sets how far counts scatter.</param>
    public WeekMix(ProvinceWorld world, DateOnly monday, double expected, PlantedTruth truth, ulong seed)
    {
        var dice = Dice.For(seed, "week", world.Province.Code, monday.DayNumber);
        var middle = monday.AddDays(3);
        topics = new Weighted<TopicProfile>(TopicProfile.All.Select(topic =>
        {
            var (share, rise) = (world.TopicShares[topic.Index], 1.0);
            foreach (var planted in truth.Rises)
                if (planted.Province == world.Province.Code && planted.Topic == topic.Code)
                    (share, rise) = (Math.Max(share, Plant.UsualShare), monday >= planted.From ? planted.Factor : 1);
            return (topic, share * rise * topic.Season(middle) * Scatter(share * expected, topic, dice));
        }));
        var mood = dice.Gamma(400) / 400; // what moves all topics of a province together: 5 % up or down
        Weight = topics.Total * mood;
    }

    public double Weight { get; }

    public TopicProfile Draw(Dice dice) => topics.Draw(dice);

    /// <summary>A gamma factor of mean 1 that makes Poisson counts of this mean scatter 1.1 to 2.3 times as far (variance over mean).</summary>
    static double Scatter(double mean, TopicProfile topic, Dice dice)
    {
        var excess = 0.1 + 1.2 * (topic.Index * 37 % 100) / 100.0;
        var shape = Math.Max(mean, 0.05) / excess;
        return dice.Gamma(shape) / shape;
    }
}
