using AcikKapi.Domain.Reference;
using AcikKapi.Simulator.Texts;

namespace AcikKapi.Simulator.World;

/// <summary>How often a topic is asked for, when in the year, of what kind, and whose business it is (Data/topic_profiles.txt, seasons.txt).</summary>
/// <param name="Index">Position in <see cref="All"/>.</param>
/// <param name="Weight">Within its heading.</param>
/// <param name="OtherUnit">The unit taken for the competent one by mistake.</param>
/// <param name="Months">Twelve factors with mean 1.</param>
sealed record TopicProfile(
    int Index, Topic Topic, double Weight, string Unit, string OtherUnit, double[] Months, double ComplaintShare, double TipOffShare)
{
    static readonly Dictionary<string, double[]> Seasons =
        Fields.Of("seasons.txt").ToDictionary(f => f[0], f => f[1..].Select(Fields.Number).ToArray(), StringComparer.Ordinal);

    public static IReadOnlyList<TopicProfile> All { get; } =
    [
        .. Fields.Of("topic_profiles.txt").Select((f, index) =>
            new TopicProfile(index, Topic.Of(f[0]), Fields.Number(f[1]), f[2], f[3], Seasons[f[4]], Fields.Number(f[5]), Fields.Number(f[6]))),
    ];

    public string Code => Topic.Code;

    public HeadingProfile Heading { get; } = HeadingProfile.Of(Vocabulary.Current.Types[Topic.Code].HeadingCode);

    /// <summary>The season's factor on a day, going smoothly from the middle of one month to that of the next.</summary>
    public double Season(DateOnly day)
    {
        var middle = (day.Day - 15.5) / 30.5;
        var month = day.Month - 1;
        var next = middle < 0 ? (month + 11) % 12 : (month + 1) % 12;
        return Months[month] * (1 - Math.Abs(middle)) + Months[next] * Math.Abs(middle);
    }
}
