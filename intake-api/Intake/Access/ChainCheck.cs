using System.Security.Cryptography;

namespace AcikKapi.Intake.Access;

/// <summary>One province's chain, fed entry by entry in the order of their numbers.</summary>
/// <param name="anchors">Where the chain ended at earlier times.</param>
public sealed class ChainCheck(int province, byte[] key, IEnumerable<AccessAnchor> anchors)
{
    readonly Dictionary<long, string> _anchors = anchors.GroupBy(a => a.EntryNo).ToDictionary(g => g.Key, g => g.Last().Mac);
    byte[]? _before;
    bool _isChained;

    public long LastNo { get; private set; }
    public long Entries { get; private set; }
    public long BeforeChain { get; private set; }
    public List<string> Broken { get; } = [];

    public void Add(AccessEntry entry)
    {
        if (_isChained && entry.EntryNo != LastNo + 1) Broken.Add($"province {province}: entries {LastNo + 1} to {entry.EntryNo - 1} are missing.");
        if (entry.Mac is null && !_isChained) BeforeChain++;
        else if (entry.Mac is null || !CryptographicOperations.FixedTimeEquals(entry.Mac, entry.MacOf(key, _before)))
            Broken.Add($"province {province}: entry {entry.EntryNo} was changed, or put in, or the one before it was changed or removed.");
        if (_anchors.Remove(entry.EntryNo, out var noted) && (entry.Mac is null || Convert.ToBase64String(entry.Mac) != noted))
            Broken.Add($"province {province}: entry {entry.EntryNo} is not the one that was noted outside the database.");
        _isChained |= entry.Mac is not null;
        (_before, LastNo, Entries) = (entry.Mac, entry.EntryNo, Entries + 1);
    }

    public void End()
    {
        foreach (var no in _anchors.Keys.Order())
            Broken.Add($"province {province}: entry {no} was noted outside the database and is not there: the end was cut off.");
    }
}
