namespace AcikKapi.Simulator.Texts;

/// <summary>What Turkish stems do before a suffix beginning with a vowel, and the words that go their own way.</summary>
internal static class Stems
{
    private static readonly char[] Joints = [' ', '-']; // e-haciz inflects as haciz

    private static readonly HashSet<string> FrontAllTheSame =
        ["saat", "hal", "rol", "gol", "kontrol", "petrol", "kabul", "usul", "harf", "kalp", "dikkat", "sıhhat", "menfaat", "seyahat",
         "kanaat", "ziraat", "hayal", "ihmal", "ihtimal", "iptal", "mahsul", "misal", "protokol", "işgal", "ihlal", "terminal", "sinyal", "icmal", "intikal", "hacz", "nakl", "alkol", "sembol", "futbol", "festival"];

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["renk"] = "reng", ["borç"] = "borc", ["genç"] = "genc", ["yurt"] = "yurd", ["ad"] = "ad", ["kap"] = "kab",
        ["dip"] = "dib", ["uç"] = "uc", ["kurt"] = "kurd", ["çok"] = "çoğ", ["gök"] = "göğ", ["dert"] = "derd", ["dört"] = "dörd",
        ["kanat"] = "kanad", ["kâğıt"] = "kâğıd", ["umut"] = "umud", ["armut"] = "armud", ["bulut"] = "bulud", ["cilt"] = "cild", ["simit"] = "simid",
        ["harç"] = "harc", ["mühür"] = "mühr", ["müteahhit"] = "müteahhid", ["tehdit"] = "tehdid", ["tahdit"] = "tahdid", ["grup"] = "grub", ["geçit"] = "geçid", ["taahhüt"] = "taahhüd", ["kilit"] = "kilid", ["senet"] = "sened", ["güç"] = "güc",
        ["devir"] = "devr", ["haciz"] = "hacz", ["bahis"] = "bahs", ["zehir"] = "zehr", ["hüküm"] = "hükm",
        ["isim"] = "ism", ["izin"] = "izn", ["resim"] = "resm", ["şehir"] = "şehr", ["nehir"] = "nehr", ["fikir"] = "fikr",
        ["vakıf"] = "vakf", ["kayıt"] = "kayd", ["nakil"] = "nakl", ["karın"] = "karn", ["emir"] = "emr", ["ömür"] = "ömr",
        ["ağız"] = "ağz", ["burun"] = "burn", ["oğul"] = "oğl", ["akıl"] = "akl", ["metin"] = "metn", ["kısım"] = "kısm", ["sabır"] = "sabr",
        ["hak"] = "hakk", ["his"] = "hiss", ["zıt"] = "zıdd", ["hat"] = "hatt", ["tıp"] = "tıbb", ["ret"] = "redd", ["had"] = "hadd",
        ["hukuk"] = "hukuk", ["evrak"] = "evrak", ["emlak"] = "emlak", ["tasdik"] = "tasdik", ["teşvik"] = "teşvik", ["tebrik"] = "tebrik", ["tetkik"] = "tetkik", ["tahkik"] = "tahkik",
        ["ahlak"] = "ahlak", ["infak"] = "infak",
    };

    /// <summary>The stem as it stands before a vowel: softened (p ç k → b c ğ), shortened (şehir → şehr) or doubled (hak → hakk).</summary>
    public static string BeforeVowel(string word)
    {
        var start = word.LastIndexOfAny(Joints) + 1;
        var last = word[start..];
        if (Irregular.TryGetValue(last, out var stem)) return word[..start] + stem;
        if (Syllables(last) < 2) return word;
        return last[^1] switch
        {
            'p' => word[..^1] + 'b',
            'ç' => word[..^1] + 'c',
            'k' when last[^2] == 'n' => word[..^1] + 'g',
            'k' when Morphology.IsVowel(last[^2]) => word[..^1] + 'ğ',
            _ => word,
        };
    }

    /// <summary>Verbs keep their consonants (gecik → gecikiyor) save güt, tat, git, et and what is made with et (reddet → reddediyor).</summary>
    public static string VerbBeforeVowel(string verb)
    {
        var last = verb[(verb.LastIndexOf(' ') + 1)..];
        return last is "git" or "et" or "güt" or "tat" or "reddet" or "küfret" or "kaybet" ? verb[..^1] + 'd' : verb;
    }

    public static bool TakesFront(string word) => FrontAllTheSame.Contains(word[(word.LastIndexOfAny(Joints) + 1)..]);

    /// <summary>The last word of a number as it is read, which decides its suffix: 2024'te (dört), 10'a (on), 600'e (yüz).</summary>
    public static string LastWordRead(string number)
    {
        var zeros = number.Length - number.TrimEnd('0').Length;
        var digit = number[Math.Max(0, number.Length - 1 - zeros)] - '0';
        return zeros switch { 0 => Ones[digit], 1 => Tens[digit], 2 => "yüz", <= 5 => "bin", _ => "milyon" };
    }

    private static readonly string[] Ones = ["sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"];
    private static readonly string[] Tens = ["sıfır", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"];

    private static int Syllables(string word) => word.Count(Morphology.IsVowel);
}
