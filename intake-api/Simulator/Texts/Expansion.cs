using System.Text;

namespace AcikKapi.Simulator.Texts;

/// <summary>Expands rules of the grammar into sentences about what the text is about.</summary>
internal sealed class Expansion(Grammar grammar, Matter matter, Scene scene, Dice dice)
{
    private readonly StringBuilder _text = new(512);
    private readonly List<object> _said = [];
    private WordPair _pair = matter.Topic.Faults[0];
    private Owner _owner;
    private string _relative = "";

    public string Of(string rule)
    {
        _text.Clear();
        Expand(rule);
        return _text.ToString();
    }

    private void Expand(string rule)
    {
        foreach (var part in grammar.Choose(rule, dice))
        {
            if (part.Optional && dice.Chance(0.5)) continue;
            switch (part.Kind)
            {
                case PartKind.Words: _text.Append(part.Text); break;
                case PartKind.Rule: ExpandRule(part); break;
                case PartKind.Topic: ExpandTopic(part); break;
                default: _text.Append(InSentence(part)); break;
            }
        }
    }

    private void ExpandRule(Part part)
    {
        var from = _text.Length;
        Expand(part.Text);
        if (part.Case == Case.Bare) return;
        var word = _text.ToString(from, _text.Length - from);
        _text.Length = from;
        _text.Append(Morphology.Add(word, Noun.Suffix(part.Case, afterPossessive: false)));
    }

    private void ExpandTopic(Part part)
    {
        switch (part.Text)
        {
            case "fault": ChoosePair(matter.Next(dice).Faults); break;
            case "ask": ChoosePair(matter.Next(dice).Asks); break;
            case "claim": foreach (var piece in Unsaid(matter.Next(dice).Claims)) AppendClaim(piece); break;
            case "thing": _text.Append(dice.Pick(matter.Next(dice).Things).In(Case.Bare)); break;
            case "place": AppendName(scene.Place, part.Case); break;
            case "office": AppendName(scene.Office, part.Case); break;
            default: throw new InvalidOperationException($"A topic has no '{part.Text}'.");
        }
    }

    private void AppendClaim(Part piece)
    {
        if (piece.Kind == PartKind.Words) _text.Append(piece.Text);
        else ExpandRule(piece);
    }

    private void AppendName(string name, Case @case) =>
        _text.Append(@case == Case.Bare ? name : Morphology.AddToName(name, Noun.Suffix(@case, afterPossessive: true)));

    private void ChoosePair(WordPair[] pairs)
    {
        _pair = Unsaid(pairs);
        _owner = !_pair.Subject.Owned ? Owner.None : dice.Below(10) switch { < 4 => Owner.Mine, < 7 => Owner.Ours, _ => Owner.Theirs };
        if (_owner == Owner.Theirs) _relative = new Expansion(grammar, matter, scene, dice).Of("fam");
    }

    /// <summary>Nobody says the same thing twice in a text, as long as there is something else to say.</summary>
    private T Unsaid<T>(T[] items) where T : class
    {
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var item = dice.Pick(items);
            if (_said.Contains(item)) continue;
            _said.Add(item);
            return item;
        }
        return dice.Pick(items);
    }

    private string InSentence(Part part) => part.Text switch
    {
        "S" => Subject(part.Case),
        "V now" => _pair.Verb.Now(),
        "V past" => _pair.Verb.Past(),
        "V perfect" => _pair.Verb.Perfect(),
        "V because" => part.Case == Case.Bare ? _pair.Verb.Relative() : Morphology.Add(_pair.Verb.Relative(), Noun.Suffix(part.Case, afterPossessive: true)),
        "V noun" => _pair.Verb.Noun(part.Case),
        "V who" => _pair.Verb.Participle(),
        "V wish" => _pair.Verb.Wish(),
        _ => throw new InvalidOperationException($"A sentence has no '{part.Text}'."),
    };

    private string Subject(Case @case)
    {
        var word = _pair.Subject.In(@case, _owner);
        return _owner == Owner.Theirs ? $"{Morphology.Add(_relative, "(n)In")} {word}" : word;
    }
}
