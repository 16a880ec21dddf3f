namespace AcikKapi.Simulator.Texts;

/// <summary>Names of invented people (Data/names.csv), the common ones more often: the n-th with weight 1/(n + 8).</summary>
public static class PersonNames
{
    private static readonly ILookup<string, string> Names =
        DataFiles.Lines("names.csv").Select(line => line.Split(',')).ToLookup(f => f[0], f => f[1], StringComparer.Ordinal);

    private static readonly Weighted<string> Male = Zipf("male"), Female = Zipf("female"), Surnames = Zipf("surname");

    public static string First(string gender, Dice dice) => (gender == "male" ? Male : Female).Draw(dice);

    public static string Last(Dice dice) => Surnames.Draw(dice);

    private static Weighted<string> Zipf(string kind) => new(Names[kind].Select((name, rank) => (name, 1.0 / (rank + 8))));
}
