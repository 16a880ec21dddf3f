namespace AcikKapi.Simulator.Texts;

/// <summary>What something does or what is asked to be done to it.</summary>
public sealed record WordPair(Noun Subject, Verb Verb);

/// <summary>A topic's words (Data/topics.txt): what it is about, what goes wrong, what people say of it, what they ask for.</summary>
public sealed record Topic(string Code, Noun[] Things, WordPair[] Faults, Part[][] Claims, WordPair[] Asks)
{
    /// <summary>All topics of types.csv, in its order.</summary>
    public static IReadOnlyList<Topic> All { get; } = [.. DataFiles.Lines("topics.txt").Select(Read)];

    public string HeadingCode => Code[..Code.IndexOf('-', StringComparison.Ordinal)];

    private static readonly Dictionary<string, Topic> ByCode = All.ToDictionary(t => t.Code, StringComparer.Ordinal);

    public static Topic Of(string code) => ByCode[code];

    private static Topic Read(string line)
    {
        var field = line.Split(';');
        return new Topic(
            field[0],
            [.. field[1].Split(", ").Select(Noun.Parse)],
            [.. Pairs(field[2])],
            [.. field[3].Split(" / ").Select(claim => Part.ReadAll(claim.Trim()))],
            [.. Pairs(field[4])]);
    }

    private static IEnumerable<WordPair> Pairs(string field) =>
        from clause in field.Split(" / ")
        let cut = clause.IndexOf(':', StringComparison.Ordinal)
        from verb in clause[(cut + 1)..].Split(", ")
        select new WordPair(Noun.Parse(clause[..cut]), Verb.Parse(verb));
}
