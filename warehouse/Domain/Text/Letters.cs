namespace AcikKapi.Domain.Text;

/// <summary>Folding that keeps every letter's place: the n-th letter of the text is the n-th of the folded one.</summary>
static class Letters
{
    static readonly char[] Table = [.. Enumerable.Range(0, 0x250).Select(c => FoldAlone((char)c))];

    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = source[i] < Table.Length ? Table[source[i]] : source[i];
    });

    static char FoldAlone(char c) => TurkishText.FoldToAscii(c.ToString()) is [var one] ? one : c;
}
