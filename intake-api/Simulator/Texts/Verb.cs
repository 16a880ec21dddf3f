namespace AcikKapi.Simulator.Texts;

/// <summary>A verb of the lexicon in the third person: "yatır" or, denied, "yatırıl!" (yatırılmıyor).</summary>
public readonly record struct Verb(string Stem, bool Denied)
{
    public static Verb Parse(string written)
    {
        var text = written.Trim();
        return text.EndsWith('!') ? new Verb(text[..^1], true) : new Verb(text, false);
    }

    /// <summary>geliyor, gelmiyor; a final vowel gives way before -Iyor (bekle → bekliyor, başla → başlıyor).</summary>
    public string Now() => Denied ? Morphology.AddToVerb(Stem, "mIyor")
        : Morphology.AddToVerb(Stem[^1] is 'a' or 'e' ? Stem[..^1] : Stem, Stem[^1] is 'ı' or 'i' or 'u' or 'ü' ? "yor" : "Iyor");

    /// <summary>geldi, gelmedi.</summary>
    public string Past() => Denied ? Morphology.AddToVerb(Stem, "mADI") : Morphology.AddToVerb(Stem, "DI");

    /// <summary>gelmiş, gelmemiş.</summary>
    public string Perfect() => Denied ? Morphology.AddToVerb(Stem, "mAmIş") : Morphology.AddToVerb(Stem, "mIş");

    /// <summary>geldiği, gelmediği: before için, zaman, halde.</summary>
    public string Relative() => Denied ? Morphology.AddToVerb(Stem, "mADIğI") : Morphology.AddToVerb(Stem, "DIğI");

    /// <summary>gelmesi, gelmemesi, with a case: gelmesini.</summary>
    public string Noun(Case @case = Case.Bare)
    {
        var noun = Denied ? Morphology.AddToVerb(Stem, "mAmAsI") : Morphology.AddToVerb(Stem, "mAsI");
        return @case == Case.Bare ? noun : Morphology.Add(noun, Texts.Noun.Suffix(@case, afterPossessive: true));
    }

    /// <summary>gelen, gelmeyen.</summary>
    public string Participle() => Denied ? Morphology.AddToVerb(Stem, "mAyAn") : Morphology.AddToVerb(Stem, "(y)An");

    /// <summary>gelsin, gelmesin.</summary>
    public string Wish() => Denied ? Morphology.AddToVerb(Stem, "mAsIn") : Morphology.AddToVerb(Stem, "sIn");
}
