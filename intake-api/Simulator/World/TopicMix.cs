using AcikKapi.Domain.Reference;

namespace AcikKapi.Simulator.World;

/// <summary>
/// What a province asks for: shares of all topics, adding up to 1. Social aid weighs more where SEGE says people are poorer;
/// the rest is a Dirichlet around the country's mix. Provinces whose figures were published have theirs (Data/province_mix.txt).
/// </summary>
static class TopicMix
{
    const string SocialAid = "SOS";
    const double SteadyHeadings = 60; // Dirichlet concentrations: headings differ between provinces, topics within a heading less
    const double SteadyTopics = 40;

    static readonly ILookup<int, (string Heading, double Share)> Published = Fields.Of("province_mix.txt")
        .ToLookup(f => (int)Fields.Number(f[0]), f => (f[1], Fields.Number(f[2])));

    public static double[] Of(Province province, ulong seed)
    {
        var dice = Dice.For(seed, "mix", province.Code);
        var headings = Headings(province, dice);
        var shares = new double[TopicProfile.All.Count];
        foreach (var topics in TopicProfile.All.GroupBy(t => t.Heading.Code, StringComparer.Ordinal))
        {
            var total = topics.Sum(t => t.Weight);
            var drawn = topics.Select(t => (t.Index, Share: dice.Gamma(Math.Max(.05, SteadyTopics * t.Weight / total)))).ToList();
            var sum = drawn.Sum(d => d.Share);
            foreach (var (index, share) in drawn) shares[index] = headings[topics.Key] * share / sum;
        }
        return shares;
    }

    static Dictionary<string, double> Headings(Province province, Dice dice)
    {
        var logit = 0.15 - 0.5 * (double)province.Sege2025Score + 0.4 * dice.Normal();
        var fixedShares = Published[province.Code].ToDictionary(m => m.Heading, m => m.Share, StringComparer.Ordinal);
        fixedShares.TryAdd(SocialAid, 1 / (1 + Math.Exp(-logit)));
        var free = HeadingProfile.All.Where(h => !fixedShares.ContainsKey(h.Code)).ToList();
        var national = free.Sum(h => h.Share);
        var drawn = free.Select(h => (h.Code, Share: dice.Gamma(SteadyHeadings * h.Share / national))).ToList();
        var left = Math.Max(0, 1 - fixedShares.Values.Sum());
        var sum = drawn.Sum(d => d.Share);
        foreach (var (code, share) in drawn) fixedShares[code] = left * share / sum;
        return fixedShares;
    }
}
