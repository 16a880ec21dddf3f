using System.Text;

namespace AcikKapi.Simulator.Texts;

/// <summary>What a citizen writes: a short subject and a text of some sentences.</summary>
public sealed record ApplicationText(string Subject, string Body)
{
    /// <summary>A text by this person, made by the grammar: the same dice, the same text. Thread safe, some 12 µs.</summary>
    /// <param name="kind">request, complaint or tip_off: which plans of sentences there are.</param>
    public static ApplicationText Write(Topic topic, string kind, Scene scene, Person person, Dice dice)
    {
        var grammar = Grammar.Current;
        var own = grammar.Has($"plan:{topic.Code}");
        var matter = own ? new Matter(topic, null, 0, Vague: false) : Matter.Of(topic, dice); // thanks and proposals keep to the point
        var manner = own ? topic.Code : matter.Vague ? "vague" : kind;
        var expansion = new Expansion(grammar, matter, scene, dice);
        var body = new StringBuilder(600);
        foreach (var part in grammar.Choose($"plan:{manner}", dice))
            if (part.Kind == PartKind.Rule && !(part.Optional && dice.Chance(0.5))) Say(body, expansion.Of(part.Text));

        // Now and then something personal slips in, so that the scrubber has work; a tip-off's sender takes care.
        if (kind != "tip_off" && dice.Chance(0.08)) Say(body, PersonalLine.Write("contact", person, dice));
        if (dice.Chance(0.03)) Say(body, PersonalLine.Write("third", person, dice));
        return new ApplicationText(person.Hand.Write(expansion.Of(matter.Vague ? "subject:vague" : $"subject:{kind}"), dice), person.Hand.Write(body.ToString(), dice));
    }

    private static void Say(StringBuilder body, string sentence)
    {
        if (body.Length > 0) body.Append(' ');
        body.Append(sentence);
    }
}
