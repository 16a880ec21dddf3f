using System.Collections.Frozen;
using AcikKapi.Domain.Text;

namespace AcikKapi.Domain.Reference;

/// <summary>First names and surnames of Turkey (person_names.csv), the commonest first as far as ranks are published.</summary>
public static class ListedNames
{
    sealed record PersonName(string Kind, string Name, bool EverydayWord);

    static readonly IReadOnlyList<PersonName> All =
        ReferenceLists.Read("person_names.csv", row => new PersonName(row.GetString(0), row.GetString(1), row.GetBoolean(2)));

    static readonly NameSet
        First = new(All.Where(n => n.Kind != "surname").Select(n => n.Name)),
        Everyday = new(All.Where(n => n.EverydayWord).Select(n => n.Name)),
        Last = new(All.Where(n => n.Kind == "surname").Select(n => n.Name));

    /// <summary>male, female or surname, as they stand in the list.</summary>
    public static IEnumerable<string> Of(string kind) => All.Where(n => n.Kind == kind).Select(n => n.Name);

    /// <summary>Of a word in ASCII letters (<see cref="Letters.Fold"/>): a first name, an ending without apostrophe allowed.</summary>
    /// <param name="everyday">Deniz, Su, Umut: the name is a word of every day as well. Emine is none, though Emin is.</param>
    internal static bool IsFirst(ReadOnlySpan<char> word, out bool everyday)
    {
        var length = First.LengthIn(word);
        everyday = length > 0 && Everyday.LengthIn(word[..length]) == length;
        return length > 0;
    }

    /// <summary>A surname of the list, or any word that ends like one (-oğlu).</summary>
    internal static bool IsLast(ReadOnlySpan<char> word) => Last.LengthIn(word) > 0 || word.Length > 5 && word.IndexOf("oglu", StringComparison.Ordinal) > 1;

    sealed class NameSet
    {
        // Three letters and an ending are too often another word: Ali and alin (alın), Can and cana.
        const int Short = 3;

        readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> names, beginnings;

        public NameSet(IEnumerable<string> list)
        {
            string[] words = [.. list.SelectMany(name => Letters.Fold(name).Split(' '))];
            names = Lookup(words);
            beginnings = Lookup(words.Where(w => w.Length > Short).Select(w => w[..(Short + 1)]));
        }

        /// <summary>Of the longest name with which the word begins, the rest being an ending; 0 where there is none.</summary>
        public int LengthIn(ReadOnlySpan<char> word)
        {
            if (word.Length <= Short) return names.Contains(word) ? word.Length : 0;
            if (!beginnings.Contains(word[..(Short + 1)])) return 0;
            for (var length = word.Length; length > Short; length--)
                if (names.Contains(word[..length]) && (length == word.Length || Suffixes.IsEnding(word[length..]))) return length;
            return 0;
        }

        static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(IEnumerable<string> words) =>
            words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
