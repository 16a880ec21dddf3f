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
    const int Passes = 2; // over the nights: what one leaves of a cell may narrow another's

    readonly ToldCells _told;
    readonly ToldRule _rule;
    readonly DateOnly _asOf;
    readonly CellSystem _system;
    readonly bool[] _isTold; // exactly, by some night
    readonly int[] _lastEndingFirst;
    readonly int[] _typed;
    readonly List<IGrouping<int, int[]>> _sumsOfProvinces;
    readonly Dictionary<(DateOnly, int), int> _clean = []; // night and province → its unknowns when elimination last found nothing

    public AuditSystem(ToldCells told, ToldRule rule, DateOnly asOf)
    {
        (_told, _rule, _asOf) = (told, rule, asOf);
        _system = new CellSystem(told.Told.Length, told.Sums);
        _isTold = new bool[told.Told.Length];
        _lastEndingFirst = [.. Enumerable.Range(0, told.Told.Length).OrderByDescending(cell => told.Kinds[cell].EndOn)];
        _typed = [.. Enumerable.Range(0, told.Told.Length).Where(cell => told.Kinds[cell].IsTyped)];
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
        Note(Enumerable.Range(0, _isTold.Length), found);
        Eliminate(null, [], found);
        for (var pass = 0; pass < Passes && withNights; pass++)
        {
            var isSettled = true;
            foreach (var night in _told.Earlier) isSettled &= !Look(night, found);
            if (isSettled) break;
            Eliminate(null, [], found);
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
        var narrowed = _system.Narrowed.Where(cell => !own.ContainsKey(cell)).ToHashSet();
        Note(narrowed, found);
        foreach (var (cell, bounds) in own)
            if (bounds.Low < bounds.High && _system.Low[cell] == _system.High[cell]) NoteOf(night, cell, _system.Low[cell], found);
        Eliminate(night, own, found);
        foreach (var (cell, bounds) in tonights) (_system.Low[cell], _system.High[cell]) = bounds;
        if (narrowed.Count == 0) return false;
        _system.Propagate(narrowed);
        Note(_system.Narrowed, found);
        return true;
    }

    // Unknowns of that night alone, and what it tells of them.
    Dictionary<int, (long Low, long High)> Own(EarlierNight night)
    {
        var own = new Dictionary<int, (long, long)>();
        foreach (var cell in _lastEndingFirst.TakeWhile(cell => _told.Kinds[cell].EndOn > night.AsOf)) own[cell] = Bounds(_told.ToldBy(night, cell), cell);
        foreach (var (cell, told) in _told.ToldOtherwise(night))
        {
            var bounds = Bounds(told, cell);
            if (bounds.Low > _system.High[cell] || bounds.High < _system.Low[cell]) own[cell] = bounds;
        }
        if (night.IsTypedApart)
            foreach (var cell in _typed) own[cell] = (0, CellSystem.Unbounded);
        return own;
    }

    // Of those cells that are the same unknown tonight.
    void Note(IEnumerable<int> cells, Dictionary<(int, DateOnly), FoundCell> found)
    {
        foreach (var cell in cells)
            if (!_isTold[cell] && _system.Low[cell] == _system.High[cell]) Note(cell, _system.Low[cell], found);
    }

    // What a reader takes for a count that it is not, because the nights' facts differ, gives nothing away.
    void Note(int cell, long count, Dictionary<(int, DateOnly), FoundCell> found)
    {
        if (Matters(cell, count) && (_told.Kinds[cell].IsSlack || _told.True is not { } counts || counts[cell] == count))
            found.TryAdd((cell, _asOf), new FoundCell(cell, _asOf, count));
    }

    // What that night's types were is not asked once they were given anew.
    void NoteOf(EarlierNight night, int cell, long count, Dictionary<(int, DateOnly), FoundCell> found)
    {
        if (Matters(cell, count) && !(night.IsTypedApart && _told.Kinds[cell].IsTyped))
            found.TryAdd((cell, night.AsOf), new FoundCell(cell, night.AsOf, count));
    }

    // Province by province: the sums over places were looked at by intervals. Of rounded counts only national ones are constants.
    // Less is told from turn to turn, so as many unknowns as last time are the same ones, and where nothing was found nothing is.
    void Eliminate(EarlierNight? night, Dictionary<int, (long Low, long High)> own, Dictionary<(int, DateOnly), FoundCell> found)
    {
        if (_rule != ToldRule.Ministry) return;
        var asOf = night?.AsOf ?? _asOf;
        var changed = _sumsOfProvinces
            .Select(province => (Sums: province, Unknown: province.Sum(sum => sum.Count(cell => _system.Low[cell] < _system.High[cell]))))
            .Where(province => _clean.GetValueOrDefault((asOf, province.Sums.Key), -1) != province.Unknown).ToList();
        var determined = changed.AsParallel().AsOrdered()
            .Select(province => Elimination.Determined(cell => _system.Low[cell] == _system.High[cell] ? _system.Low[cell] : null, province.Sums))
            .ToList();
        foreach (var (province, cells) in changed.Zip(determined))
        {
            var before = found.Count;
            foreach (var (cell, count) in cells)
                if (night is not null && own.ContainsKey(cell)) NoteOf(night, cell, count, found);
                else Note(cell, count, found);
            if (found.Count == before) _clean[(asOf, province.Sums.Key)] = province.Unknown;
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
        _told.Kinds[cell].IsSlack || told == ToldCells.Nothing ? (0, CellSystem.Unbounded) : _rule.Bounds(told, _told.Kinds[cell]);
}
