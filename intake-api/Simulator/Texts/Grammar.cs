using System.Text;

namespace AcikKapi.Simulator.Texts;

/// <summary>
/// The rules of Data/grammar.txt: "name = way | way". A way is made of words, [rule], [rule+case], [rule?] and the words of
/// the topic and the sentence ({S}, {V now}, &lt;place+loc&gt;), which the writer of the text supplies.
/// </summary>
public sealed class Grammar
{
    private readonly Dictionary<string, Part[][]> _rules = new(StringComparer.Ordinal);

    public static Grammar Current { get; } = new(DataFiles.Lines("grammar.txt"));

    public Grammar(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var cut = line.IndexOf(" = ", StringComparison.Ordinal);
            _rules[line[..cut].Trim()] = [.. line[(cut + 3)..].Split(" | ").Select(way => Part.ReadAll(way.Trim()))];
        }
    }

    public bool Has(string rule) => _rules.ContainsKey(rule);

    /// <summary>One way of the rule, chosen by the dice.</summary>
    public Part[] Choose(string rule, Dice dice) =>
        _rules.TryGetValue(rule, out var ways) ? dice.Pick(ways) : throw new InvalidOperationException($"The grammar has no rule '{rule}'.");

    public int WaysOf(string rule) => _rules[rule].Length;
}

/// <summary>What a part of a way asks for.</summary>
public enum PartKind { Words, Rule, Sentence, Topic }

/// <summary>A piece of a way: words as they stand, or a name to be filled in, perhaps inflected, perhaps left out.</summary>
public sealed record Part(PartKind Kind, string Text, Case Case = Case.Bare, bool Optional = false)
{
    public static Part[] ReadAll(string way)
    {
        var parts = new List<Part>();
        var words = new StringBuilder();
        for (var i = 0; i < way.Length; i++)
        {
            var close = way[i] switch { '[' => ']', '{' => '}', '<' => '>', _ => '\0' };
            if (close == '\0')
            {
                words.Append(way[i]);
                continue;
            }
            if (words.Length > 0) parts.Add(new Part(PartKind.Words, words.ToString()));
            words.Clear();
            var end = way.IndexOf(close, i);
            parts.Add(Read(close, way[(i + 1)..end]));
            i = end;
        }
        if (words.Length > 0) parts.Add(new Part(PartKind.Words, words.ToString()));
        return [.. parts];
    }

    private static Part Read(char close, string inside)
    {
        var optional = inside.EndsWith('?');
        var name = inside.TrimEnd('?').Split('+');
        var kind = close switch { ']' => PartKind.Rule, '}' => PartKind.Sentence, _ => PartKind.Topic };
        return new Part(kind, name[0], name.Length > 1 ? CaseOf(name[1]) : Case.Bare, optional);
    }

    private static Case CaseOf(string code) => code switch
    {
        "acc" => Case.Accusative,
        "dat" => Case.Dative,
        "loc" => Case.Locative,
        "abl" => Case.Ablative,
        "gen" => Case.Genitive,
        "with" => Case.With,
        _ => throw new FormatException($"'{code}' is no case."),
    };
}
