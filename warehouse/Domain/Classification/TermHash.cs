namespace AcikKapi.Domain.Classification;

/// <summary>FNV-1a over 16-bit units: the same in every process and on every machine, unlike string.GetHashCode.</summary>
static class TermHash
{
    public static ulong Start(char channel) => Mix(14695981039346656037, channel);

    public static ulong Mix(ulong hash, char c) => (hash ^ c) * 1099511628211;

    public static ulong Of(string text, ulong hash)
    {
        foreach (var c in text) hash = Mix(hash, c);
        return hash;
    }
}
