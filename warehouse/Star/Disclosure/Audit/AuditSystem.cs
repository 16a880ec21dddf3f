namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>A cell that a reader can compute though it is not told: in which night's numbers, and its count; or only nearly so.</summary>
/// <param name="IsNarrow">Not known, but fewer than four counts are possible; Count is the least of them.</param>
sealed record FoundCell(int Cell, DateOnly AsOf, long Count, bool IsNarrow = false);

/// <summary>
/// Tonight's numbers and those of the nights before as one system. A cell of a period that had ended by both nights is one unknown;
/// one of a running period, or one that the nights tell so differently that it must have changed, is another unknown each night.
/// </summary>
sealed class AuditSystem
{
    const int LeastWidth = 3; // P17: highest less lowest

    readonly ToldCells _told;
    readonly ToldRule _rule;
    readonly DateOnly _asOf;
    readonly CellSystem _system;
    readonly long[] _low;
    readonly long[] _high;
    readonly bool[] _isTold; // exactly, by some night
    readonly List<IGrouping<int, int[]>> _sumsOfProvinces;
    readonly Dictionary<int, int> _clean = []; // province → its unknowns when elimination last found nothing

    public AuditSystem(ToldCells told, ToldRule rule, DateOnly asOf)
    {
        (_told, _rule, _asOf) = (told, rule, asOf);
        _system = new CellSystem(told.Told.Length, told.Sums);
        (_low, _high, _isTold) = (new long[told.Told.Length], new long[told.Told.Length], new bool[told.Told.Length]);
        _sumsOfProvinces = [.. _system.Sums.ToLookup(Province).Where(group => group.Key >= 0)];
    }

    /// <summary>What can be computed: by intervals over all nights, and by elimination within each province tonight where counts are exact.</summary>
    /// <param name="narrowToo">Also tonight's hidden cells of which fewer than four counts are possible.</param>
    public List<FoundCell> Run(bool narrowToo = false)
    {
        var found = new Dictionary<(int, DateOnly), FoundCell>();
        Start();
        for (var pass = 0; pass < (_told.Earlier.Count == 0 ? 1 : 2); pass++)
        {
            for (var night = _told.Earlier.Count - 1; night >= 0; night--) Look(_told.Earlier[night], found);
            Look(null, found);
        }
        if (_rule == ToldRule.Ministry) Eliminate(found);
        if (narrowToo)
            foreach (var cell in NarrowCells()) found.TryAdd((cell, _asOf), new FoundCell(cell, _asOf, _system.Low[cell], IsNarrow: true));
        return [.. found.Values];
    }

    /// <summary>The sums that narrowed a cell last.</summary>
    public IEnumerable<int> Causes(int cell) => new[] { _system.HighBy[cell], _system.LowBy[cell] }.Where(sum => sum >= 0);

    /// <summary>All sums that a cell stands in.</summary>
    public IEnumerable<int> SumsOf(int cell) => _system.SumsOf(cell);

    /// <summary>What <see cref="Run"/> left of a cell tonight.</summary>
    public (long Low, long High) Left(int cell) => (_system.Low[cell], _system.High[cell]);

    /// <summary>Of what <see cref="Run"/> left: hidden cells of tonight of which fewer than four counts are possible.</summary>
    public int Narrow => NarrowCells().Count();

    IEnumerable<int> NarrowCells() => Enumerable.Range(0, _told.Told.Length)
        .Where(cell => _told.Told[cell] is null && !_told.Kinds[cell].IsSlack && !_isTold[cell] && _system.High[cell] - _system.Low[cell] < LeastWidth);

    // What all nights together tell of cells that do not change any more.
    void Start()
    {
        for (var cell = 0; cell < _low.Length; cell++) (_low[cell], _high[cell]) = Bounds(_told.Told[cell], cell);
        foreach (var night in _told.Earlier)
            foreach (var (cell, told) in night.Told)
            {
                var (low, high) = Bounds(told, cell);
                (low, high) = (Math.Max(low, _low[cell]), Math.Min(high, _high[cell]));
                if (_told.Kinds[cell].EndOn <= night.AsOf && low <= high) (_low[cell], _high[cell]) = (low, high);
            }
        for (var cell = 0; cell < _low.Length; cell++) _isTold[cell] = _low[cell] == _high[cell];
    }

    void Look(EarlierNight? night, Dictionary<(int, DateOnly), FoundCell> found)
    {
        var asOf = night?.AsOf ?? _asOf;
        var own = new Dictionary<int, (long Low, long High)>();
        for (var cell = 0; cell < _low.Length; cell++)
        {
            (_system.Low[cell], _system.High[cell]) = (_low[cell], _high[cell]);
            if (_told.Kinds[cell].EndOn > asOf) own[cell] = Bounds(night is not null && night.Told.TryGetValue(cell, out var other) ? other : _told.Told[cell], cell);
        }
        foreach (var (cell, told) in night?.Told ?? [])
        {
            var bounds = Bounds(told, cell);
            if (bounds.Low > _high[cell] || bounds.High < _low[cell]) own[cell] = bounds;
        }
        foreach (var (cell, bounds) in own) (_system.Low[cell], _system.High[cell]) = bounds;
        _system.Propagate();
        for (var cell = 0; cell < _low.Length; cell++)
        {
            var isOwn = own.TryGetValue(cell, out var bounds);
            var isTold = isOwn ? bounds.Low == bounds.High : _isTold[cell];
            if (!isTold && _system.Low[cell] == _system.High[cell] && Matters(cell, _system.Low[cell]))
                found.TryAdd((cell, isOwn ? asOf : _asOf), new FoundCell(cell, asOf, _system.Low[cell]));
            if (!isOwn) (_low[cell], _high[cell]) = (_system.Low[cell], _system.High[cell]);
        }
    }

    // Province by province: the sums over places were looked at by intervals. Of rounded counts only national ones are constants.
    // Less is told from turn to turn, so as many unknowns as last time are the same ones, and where nothing was found nothing is.
    void Eliminate(Dictionary<(int, DateOnly), FoundCell> found)
    {
        var changed = _sumsOfProvinces
            .Select(province => (Sums: province, Unknown: province.Sum(sum => sum.Count(cell => _system.Low[cell] < _system.High[cell]))))
            .Where(province => _clean.GetValueOrDefault(province.Sums.Key, -1) != province.Unknown).ToList();
        var determined = changed.AsParallel().AsOrdered()
            .Select(province => Elimination.Determined(cell => _system.Low[cell] == _system.High[cell] ? _system.Low[cell] : null, province.Sums)
                .Where(cell => Matters(cell.Cell, cell.Count) && !found.ContainsKey((cell.Cell, _asOf))).ToList())
            .ToList();
        foreach (var (province, cells) in changed.Zip(determined))
        {
            foreach (var (cell, count) in cells) found.TryAdd((cell, _asOf), new FoundCell(cell, _asOf, count));
            if (cells.Count == 0) _clean[province.Sums.Key] = province.Unknown;
        }
    }

    int Province(int[] sum)
    {
        var first = _told.Kinds[sum[0]].Province;
        return Array.TrueForAll(sum, cell => _told.Kinds[cell].Province == first) ? first : -1;
    }

    // National totals are exempt, and a 0 says nothing of anyone. Slack is no cell of a table; only in time may be few by exact numbers.
    bool Matters(int cell, long count) =>
        count > 0
        && !(_rule == ToldRule.Published && _told.Kinds[cell].IsNational)
        && (!_told.Kinds[cell].IsSlack || (_rule == ToldRule.Ministry && count is > 0 and < 5));

    (long Low, long High) Bounds(long? told, int cell) =>
        _told.Kinds[cell].IsSlack ? (0, CellSystem.Unbounded) : _rule.Bounds(told, _told.Kinds[cell]);
}
