namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>
/// Cells and what a reader knows of each, low to high (both inclusive; <see cref="Unbounded"/> = no upper end), and the sums
/// anyone may check: the parts and, as the last, the whole.
/// </summary>
sealed class CellSystem
{
    public const long Unbounded = long.MaxValue;

    readonly int[][] _sums;
    readonly int[][] _sumsOf;
    readonly Queue<int> _waiting = new();
    readonly bool[] _isWaiting;

    public CellSystem(int cells, int[][] sums)
    {
        (_sums, _sumsOf) = (sums, Index(cells, sums));
        _isWaiting = new bool[sums.Length];
        Low = new long[cells];
        High = new long[cells];
        LowBy = new int[cells];
        HighBy = new int[cells];
    }

    public long[] Low { get; }

    public long[] High { get; }

    /// <summary>The sum that raised a cell's low end last, the one that lowered its high end; -1: none.</summary>
    public int[] LowBy { get; }

    public int[] HighBy { get; }

    public int[][] Sums => _sums;

    /// <summary>The cells narrowed since the last <see cref="Propagate()"/>, in that order; some more than once.</summary>
    public List<int> Narrowed { get; } = [];

    public int[] SumsOf(int cell) => _sumsOf[cell];

    /// <summary>
    /// Narrows every cell by every sum until nothing changes: a whole lies between the sums of its parts' ends, a part is what the
    /// others leave of the whole. What would leave a cell no value at all (two nights' numbers that do not fit) is passed over.
    /// </summary>
    public void Propagate()
    {
        Array.Fill(LowBy, -1);
        Array.Fill(HighBy, -1);
        for (var sum = 0; sum < _sums.Length; sum++) Wait(sum);
        Drain();
    }

    /// <summary>The same where only these cells' ends are other ones than when nothing changed any more.</summary>
    public void Propagate(IEnumerable<int> cells)
    {
        foreach (var cell in cells)
            foreach (var sum in _sumsOf[cell]) Wait(sum);
        Drain();
    }

    void Drain()
    {
        Narrowed.Clear();
        var most = 100L * _sums.Length; // a chain of narrowings by one each may be long, and says nothing new
        while (_waiting.TryDequeue(out var sum) && most-- > 0)
        {
            _isWaiting[sum] = false;
            Narrow(sum);
        }
        _waiting.Clear();
        Array.Clear(_isWaiting);
    }

    void Narrow(int sum)
    {
        var cells = _sums[sum];
        var whole = cells[^1];
        var (low, high, unbounded) = (0L, 0L, 0);
        foreach (var part in cells.AsSpan(..^1))
        {
            low += Low[part];
            if (High[part] == Unbounded) unbounded++;
            else high += High[part];
        }
        Set(whole, low, unbounded > 0 ? Unbounded : high, sum);
        var (wholeLow, wholeHigh) = (Low[whole], High[whole]);
        foreach (var part in cells.AsSpan(..^1))
        {
            var most = wholeHigh == Unbounded ? Unbounded : wholeHigh - (low - Low[part]);
            var others = unbounded - (High[part] == Unbounded ? 1 : 0);
            var least = others > 0 ? 0 : wholeLow - (high - (High[part] == Unbounded ? 0 : High[part]));
            Set(part, least, most, sum);
        }
    }

    void Set(int cell, long low, long high, int cause)
    {
        low = Math.Max(low, Low[cell]);
        high = Math.Min(high, High[cell]);
        if ((low == Low[cell] && high == High[cell]) || low > high) return;
        if (low > Low[cell]) LowBy[cell] = cause;
        if (high < High[cell]) HighBy[cell] = cause;
        (Low[cell], High[cell]) = (low, high);
        Narrowed.Add(cell);
        foreach (var sum in _sumsOf[cell]) Wait(sum);
    }

    void Wait(int sum)
    {
        if (_isWaiting[sum]) return;
        _isWaiting[sum] = true;
        _waiting.Enqueue(sum);
    }

    static int[][] Index(int cells, int[][] sums)
    {
        var counts = new int[cells];
        foreach (var sum in sums)
            foreach (var cell in sum) counts[cell]++;
        var sumsOf = Array.ConvertAll(counts, count => count == 0 ? [] : new int[count]);
        for (var sum = sums.Length - 1; sum >= 0; sum--)
            foreach (var cell in sums[sum]) sumsOf[cell][--counts[cell]] = sum;
        return sumsOf;
    }
}
