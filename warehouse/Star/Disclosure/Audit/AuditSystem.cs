namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>A cell that a reader can compute though it is not told: in which night's numbers, and its count; or only nearly so.</summary>
/// <param name="IsNarrow">Not known, but fewer than four counts are possible; Count is the least of them.</param>
sealed record FoundCell(int Cell, DateOnly AsOf, long Count, bool IsNarrow = false);

/// <summary>
/// Tonight's numbers and those of the nights before as one system. A cell of a period that had ended by both nights is one unknown;
/// one of a running period, or one whose count has changed since, is another unknown each night.
/// </summary>
sealed class AuditSystem
{
    const int LeastWidth = 3; // P17: highest less lowest
    const int Passes = 2; // over the nights: what one leaves of a cell may narrow another's

    readonly ToldCells _told;
    readonly ToldRule _rule;
    readonly DateOnly _asOf;
    readonly CellSystem _system;
    readonly bool[] _isTold; // exactly, by some night
    readonly int[] _lastEndingFirst;
    readonly List<IGrouping<int, int[]>> _sumsOfProvinces;
    readonly Dictionary<(DateOnly, int), int> _clean = []; // night and province → its unknowns when elimination last found nothing

    public AuditSystem(ToldCells told, ToldRule rule, DateOnly asOf)
    {
        (_told, _rule, _asOf) = (told, rule, asOf);
        _system = new CellSystem(told.Told.Length, told.Sums);
        _isTold = new bool[told.Told.Length];
        _lastEndingFirst = [.. Enumerable.Range(0, told.Told.Length).OrderByDescending(cell => told.Kinds[cell].EndOn)];
        _sumsOfProvinces = [.. _system.Sums.ToLookup(Province).Where(group => group.Key >= 0)];
    }

    public DateOnly AsOf => _asOf;

    /// <summary>What can be computed: by intervals over all nights, and by elimination within each province where counts are exact.</summary>
    /// <param name="narrowToo">Also tonight's hidden cells of which fewer than four counts are possible.</param>
    /// <param name="withNights">Else tonight's release by itself.</param>
    public List<FoundCell> Run(bool narrowToo = false, bool withNights = true)
    {
        var found = new Dictionary<(int, DateOnly), FoundCell>();
        Start(withNights ? _told.Earlier : []);
        _system.Propagate();
        Settle(null, [], found);
        for (var pass = 0; pass < Passes && withNights; pass++)
        {
            var isSettled = true;
            foreach (var night in _told.Earlier) isSettled &= !Look(night, found);
            if (isSettled) break;
        }
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

    /// <summary>More is told than when elimination found nothing: it has to look again.</summary>
    public void Forget() => _clean.Clear();

    IEnumerable<int> NarrowCells() => Enumerable.Range(0, _told.Told.Length)
        .Where(cell => _told.Told[cell] is null && !_told.Kinds[cell].IsSlack && !_isTold[cell] && _system.High[cell] - _system.Low[cell] < LeastWidth);

    // What all nights together tell of cells that do not change any more.
    void Start(IReadOnlyList<EarlierNight> nights)
    {
        for (var cell = 0; cell < _isTold.Length; cell++) (_system.Low[cell], _system.High[cell]) = Bounds(_told.Told[cell], cell);
        foreach (var night in nights)
            foreach (var (cell, told) in _told.ToldOtherwise(night))
            {
                if (!_told.Lasts(cell, night)) continue;
                var (low, high) = Bounds(told, cell);
                (low, high) = (Math.Max(low, _system.Low[cell]), Math.Min(high, _system.High[cell]));
                if (low <= high) (_system.Low[cell], _system.High[cell]) = (low, high);
            }
        for (var cell = 0; cell < _isTold.Length; cell++) _isTold[cell] = _system.Low[cell] == _system.High[cell];
    }

    /// <summary>Lays an earlier night's own unknowns into the sums; whether that narrowed any other cell.</summary>
    bool Look(EarlierNight night, Dictionary<(int, DateOnly), FoundCell> found)
    {
        var own = Own(night);
        var tonights = own.Keys.ToDictionary(cell => cell, Left);
        foreach (var (cell, bounds) in own) (_system.Low[cell], _system.High[cell]) = bounds;
        _system.Propagate(own.Keys);
        var narrowed = Settle(night, own, found);
        foreach (var (cell, bounds) in tonights) (_system.Low[cell], _system.High[cell]) = bounds;
        if (narrowed.Count == 0) return false;
        _system.Propagate(narrowed);
        Settle(null, [], found);
        return true;
    }

    // Unknowns of that night alone, and what it tells of them.
    Dictionary<int, (long Low, long High)> Own(EarlierNight night)
    {
        var own = new Dictionary<int, (long, long)>();
        foreach (var cell in _lastEndingFirst.TakeWhile(cell => _told.Kinds[cell].EndOn > night.AsOf)) own[cell] = Bounds(_told.ToldBy(night, cell), cell);
        foreach (var cell in night.Changed)
        {
            own[cell] = Bounds(_told.ToldBy(night, cell), cell);
            foreach (var slack in _system.SumsOf(cell).SelectMany(sum => _system.Sums[sum]).Where(other => _told.Kinds[other].IsSlack)) own[slack] = Bounds(null, slack);
        }
        return own;
    }

    /// <summary>
    /// Notes what was narrowed to one count, eliminates, and goes on from what that determines until it is nothing more.
    /// Returns the narrowed cells that are the same unknown tonight.
    /// </summary>
    HashSet<int> Settle(EarlierNight? night, Dictionary<int, (long Low, long High)> own, Dictionary<(int, DateOnly), FoundCell> found)
    {
        var narrowed = new HashSet<int>();
        IEnumerable<int> cells = _system.Narrowed;
        while (true)
        {
            foreach (var cell in cells)
            {
                var isOwn = own.TryGetValue(cell, out var bounds);
                if (!isOwn) narrowed.Add(cell);
                if (_system.Low[cell] < _system.High[cell]) continue;
                if (isOwn ? bounds.Low < bounds.High && _told.ToldBy(night!, cell) != ToldCells.Nothing : !_isTold[cell])
                    Note(cell, isOwn ? night!.AsOf : _asOf, _system.Low[cell], found);
            }
            var determined = Determined(night?.AsOf ?? _asOf);
            if (determined.Count == 0) return narrowed;
            foreach (var (cell, count) in determined) (_system.Low[cell], _system.High[cell]) = (count, count);
            _system.Propagate(determined.Select(cell => cell.Cell));
            cells = [.. determined.Select(cell => cell.Cell), .. _system.Narrowed];
        }
    }

    // Of a count that is past only a small one tells anything of anyone: one that is not can be computed without being told.
    void Note(int cell, DateOnly night, long count, Dictionary<(int, DateOnly), FoundCell> found)
    {
        if (Matters(cell, count) && (night == _asOf || count < _rule.Least(_told.Kinds[cell]))) found.TryAdd((cell, night), new FoundCell(cell, night, count));
    }

    // Province by province: the sums over places were looked at by intervals. Of rounded counts only national ones are constants.
    // Less is told from turn to turn, so as many unknowns as last time are the same ones, and where nothing was found nothing is.
    List<(int Cell, long Count)> Determined(DateOnly night)
    {
        if (_rule != ToldRule.Ministry) return [];
        var changed = _sumsOfProvinces
            .Select(province => (Sums: province, Unknown: province.Sum(sum => sum.Count(cell => _system.Low[cell] < _system.High[cell]))))
            .Where(province => _clean.GetValueOrDefault((night, province.Sums.Key), -1) != province.Unknown).ToList();
        var determined = changed.AsParallel().AsOrdered()
            .Select(province => Elimination.Determined(cell => _system.Low[cell] == _system.High[cell] ? _system.Low[cell] : null, province.Sums)
                .Where(cell => _system.Low[cell.Cell] <= cell.Count && cell.Count <= _system.High[cell.Cell]).ToList())
            .ToList();
        foreach (var (province, cells) in changed.Zip(determined))
            if (cells.Count == 0) _clean[(night, province.Sums.Key)] = province.Unknown;
        return [.. determined.SelectMany(cells => cells)];
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
        _told.Kinds[cell].IsSlack || told == ToldCells.Nothing ? (0, CellSystem.Unbounded) : _rule.Bounds(told, _told.Kinds[cell]);
}
