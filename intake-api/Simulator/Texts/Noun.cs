namespace AcikKapi.Simulator.Texts;

/// <summary>Whose it is: nobody's, mine (-m), ours (-miz), his or hers (-si).</summary>
public enum Owner { None, Mine, Ours, Theirs }

/// <summary>The cases of a Turkish noun; With is the instrumental -le.</summary>
public enum Case { Bare, Accusative, Dative, Locative, Ablative, Genitive, With }

/// <summary>
/// A noun of the lexicon. A star marks a compound that carries -(s)I of itself: "elektrik fatura*" reads elektrik faturası,
/// and mine is elektrik faturam. A leading tilde says that somebody owns it: aylığım, babamın aylığı.
/// </summary>
public readonly record struct Noun(string Stem, bool Compound, bool Owned)
{
    public static Noun Parse(string written)
    {
        var text = written.Trim();
        var owned = text.StartsWith('~');
        var compound = text.EndsWith('*');
        return new Noun(text[(owned ? 1 : 0)..(compound ? ^1 : ^0)], compound, owned);
    }

    public string In(Case @case, Owner owner = Owner.None)
    {
        var third = owner == Owner.Theirs || (owner == Owner.None && Compound);
        var word = owner switch
        {
            Owner.Mine => Morphology.Add(Stem, "(I)m"),
            Owner.Ours => Morphology.Add(Stem, "(I)mIz"),
            _ when third => Morphology.Add(Stem, "(s)I"),
            _ => Stem,
        };
        return @case == Case.Bare ? word : Morphology.Add(word, Suffix(@case, third));
    }

    /// <summary>After -(s)I the cases take the pronominal n: faturasını, mahallesinde.</summary>
    public static string Suffix(Case @case, bool afterPossessive) => @case switch
    {
        Case.Accusative => afterPossessive ? "nI" : "(y)I",
        Case.Dative => afterPossessive ? "nA" : "(y)A",
        Case.Locative => afterPossessive ? "nDA" : "DA",
        Case.Ablative => afterPossessive ? "nDAn" : "DAn",
        Case.Genitive => afterPossessive ? "nIn" : "(n)In",
        Case.With => "(y)lA",
        _ => throw new ArgumentOutOfRangeException(nameof(@case)),
    };
}
