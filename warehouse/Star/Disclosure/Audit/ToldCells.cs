namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>What an earlier night told otherwise than tonight's release when it was read: hidden where null.</summary>
/// <param name="Changed">Cells whose true count was another one then: late rows, corrections, types given anew.</param>
sealed record EarlierNight(DateOnly AsOf, Dictionary<int, long?> Told, HashSet<int> Changed);

/// <summary>What is known of a cell besides its count.</summary>
readonly record struct CellKind(bool IsSlack, bool IsSensitive, bool MayBeZero, bool IsNational, int Province, DateOnly EndOn);

/// <summary>The cells of some places: what is told of them tonight and was told before.</summary>
/// <param name="told">Tonight's, null where hidden; it changes with <see cref="Tell"/>.</param>
/// <param name="sums">By cell number: the parts and, last, the whole.</param>
/// <param name="earlier">The latest night first.</param>
/// <param name="alone">What would be told of each cell if there were no others; null where it is small.</param>
sealed class ToldCells(long?[] told, CellKind[] kinds, int[][] sums, IReadOnlyList<EarlierNight> earlier, long?[]? alone = null)
{
    /// <summary>In place of a count: that night said nothing of it.</summary>
    public const long Nothing = -1;

    readonly long?[] _asRead = [.. told];

    public long?[] Told => told;

    public CellKind[] Kinds => kinds;

    public int[][] Sums => sums;

    public IReadOnlyList<EarlierNight> Earlier => earlier;

    /// <summary>Cells that are told otherwise than when they were read.</summary>
    public HashSet<int> Retold { get; } = [];

    public void Tell(int cell, long? count)
    {
        told[cell] = count;
        if (count == _asRead[cell]) Retold.Remove(cell);
        else Retold.Add(cell);
    }

    /// <summary>What a hidden cell would be told as if there were no others; null where it is small.</summary>
    public long? Alone(int cell) => alone?[cell];

    public long? ToldBy(EarlierNight night, int cell) => night.Told.TryGetValue(cell, out var other) ? other : _asRead[cell];

    /// <summary>The cells that a night told otherwise than they are told now.</summary>
    public IEnumerable<KeyValuePair<int, long?>> ToldOtherwise(EarlierNight night) =>
        night.Told.Concat(Retold.Where(cell => !night.Told.ContainsKey(cell)).Select(cell => KeyValuePair.Create(cell, _asRead[cell])));

    /// <summary>Whether tonight's count is the same that an earlier night told or hid.</summary>
    public bool Lasts(int cell, EarlierNight night) => kinds[cell].EndOn <= night.AsOf && !night.Changed.Contains(cell);

    /// <summary>Whether an earlier night told what tonight tells: hiding it now would protect nothing.</summary>
    public bool WasTold(int cell) => earlier.Any(night => Lasts(cell, night) && ToldBy(night, cell) == told[cell]);
}
