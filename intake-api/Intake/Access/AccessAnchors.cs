using System.Collections.Concurrent;
using System.Globalization;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Access;

/// <param name="Mac">Base64.</param>
public sealed record AccessAnchor(int Province, long EntryNo, string Mac);

/// <summary>
/// The ends of the chains, noted outside the database (keys/access.anchors, one a line): a chain alone does not tell
/// that its last entries were cut off. A minute's entries at most are without an anchor.
/// </summary>
public sealed class AccessAnchors(KeyFolder keys)
{
    public const string File = "access.anchors";

    readonly ConcurrentDictionary<int, bool> _written = [];

    /// <summary>An entry of this province is being written.</summary>
    public void Note(int province) => _written[province] = true;

    /// <summary>Provinces with new entries since the last time it was asked.</summary>
    public IReadOnlyList<int> Take() => [.. _written.Keys.Where(province => _written.TryRemove(province, out _))];

    public void Append(IEnumerable<AccessAnchor> anchors) =>
        keys.AppendLines(File, anchors.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Province} {a.EntryNo} {a.Mac}")));

    public IEnumerable<AccessAnchor> Read() => keys.ReadLines(File).Select(line => line.Split(' ')).Where(f => f.Length == 3)
        .Select(f => new AccessAnchor(int.Parse(f[0], CultureInfo.InvariantCulture), long.Parse(f[1], CultureInfo.InvariantCulture), f[2]));
}

/// <summary>Notes where the chains end, every minute.</summary>
public sealed class AnchorAccessLog(PlaceTransaction database, AccessAnchors anchors, ILogger<AnchorAccessLog> log) : PeriodicWork(TimeSpan.FromMinutes(1), log)
{
    sealed record Last(long EntryNo, byte[]? Mac);

    protected override async Task DoAsync(CancellationToken stop)
    {
        var ends = new List<AccessAnchor>();
        foreach (var province in anchors.Take())
            if (await database.RunAsync(province, work => work.FindAsync<Last>("Access/LastEntry.sql", new { province }), stop) is { Mac: { } mac } last)
                ends.Add(new AccessAnchor(province, last.EntryNo, Convert.ToBase64String(mac)));
        if (ends.Count > 0) anchors.Append(ends);
    }
}
