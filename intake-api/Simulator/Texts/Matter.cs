namespace AcikKapi.Simulator.Texts;

/// <summary>
/// What a text is about: its topic and, as people wander, another one that some of the sentences belong to.
/// Were every sentence on its topic, counting words would tell 99 % of 196 topics apart, which no real text allows.
/// </summary>
/// <param name="Share">Of the sentences that belong to <paramref name="Aside"/>.</param>
/// <param name="Vague">Complains and pleads, and hardly says what about.</param>
internal sealed record Matter(Topic Topic, Topic? Aside, double Share, bool Vague)
{
    private static readonly Dictionary<string, Topic[]> ByHeading =
        Topic.All.GroupBy(t => t.HeadingCode, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    public static Matter Of(Topic topic, Dice dice) => dice.Share() switch
    {
        < 0.58 => new Matter(topic, null, 0, false),
        < 0.82 => new Matter(topic, dice.Pick(ByHeading[topic.HeadingCode]), 0.25 + 0.5 * dice.Share(), false),
        < 0.94 => new Matter(topic, dice.Pick(Topic.All), 0.15 + 0.4 * dice.Share(), false),
        _ => new Matter(topic, null, 0, true),
    };

    /// <summary>The topic of the next sentence.</summary>
    public Topic Next(Dice dice) => Aside is not null && dice.Chance(Share) ? Aside : Topic;
}
