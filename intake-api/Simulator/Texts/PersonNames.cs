using AcikKapi.Domain.Reference;

namespace AcikKapi.Simulator.Texts;

/// <summary>Names of invented people, the common ones more often: of the list's first ones the n-th with weight 1/(n + 8).</summary>
public static class PersonNames
{
    // As many first names as have a published rank.
    private const int Ranked = 50;

    private static readonly Weighted<string> Male = Zipf(ListedNames.Of("male").Take(Ranked)), Female = Zipf(ListedNames.Of("female").Take(Ranked)), Surnames = Zipf(ListedNames.Of("surname"));

    public static string First(string gender, Dice dice) => (gender == "male" ? Male : Female).Draw(dice);

    public static string Last(Dice dice) => Surnames.Draw(dice);

    private static Weighted<string> Zipf(IEnumerable<string> names) => new(names.Select((name, rank) => (name, 1.0 / (rank + 8))));
}
