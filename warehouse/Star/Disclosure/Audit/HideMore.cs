namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>Tells less until nothing can be computed: rounding and complements leave a few cells that several sums together give away.</summary>
static class HideMore
{
    const int MostSumsAway = 500;

    /// <summary>Changes <paramref name="told"/>, of which <paramref name="system"/> is made, in place.</summary>
    /// <returns>The cells told otherwise, and what still can be computed: with luck nothing.</returns>
    public static (HashSet<int> Retold, List<FoundCell> Left) Run(ToldCells told, ToldRule rule, AuditSystem system)
    {
        var retold = LikeLastNight(told, rule);
        while (true)
        {
            var found = system.Run();
            var mended = new HashSet<int>(); // sums, once a turn: what one cell needs may do for the others
            foreach (var cell in found) TellLess(told, rule, system, cell, mended, retold);
            if (mended.Count == 0) return (retold, found);
        }
    }

    // What the last release hid or rounded of ended periods stays so: told now, the two together would tell it.
    static HashSet<int> LikeLastNight(ToldCells told, ToldRule rule)
    {
        var retold = new HashSet<int>();
        if (told.Earlier.Count == 0) return retold;
        foreach (var (cell, last) in told.Earlier[0].Told)
        {
            if (told.Kinds[cell].EndOn > told.Earlier[0].AsOf || told.Told[cell] is not > 0) continue;
            if (last is not null && rule.Coarser(told.Told[cell]!.Value, told.Kinds[cell]) != last) continue;
            told.Told[cell] = last;
            retold.Add(cell);
        }
        return retold;
    }

    // To hide what the last release told of an ended period protects nothing.
    static bool IsKnown(ToldCells told, int cell) =>
        told.Earlier.Count > 0 && told.Kinds[cell].EndOn <= told.Earlier[0].AsOf
        && (!told.Earlier[0].Told.TryGetValue(cell, out var last) || last == told.Told[cell]);

    // Often no count of the sum that narrowed the cell last is told, and what it got its bounds from lies some sums away: those are
    // looked at in turn, the nearest first.
    static void TellLess(ToldCells told, ToldRule rule, AuditSystem system, FoundCell found, HashSet<int> mended, HashSet<int> retold)
    {
        var seen = found.Sums.ToHashSet();
        var waiting = new Queue<int>(found.Sums);
        // With earlier nights most counts are known and there may be nothing to find: then not every sum is looked at for every cell.
        while ((told.Earlier.Count == 0 || seen.Count < MostSumsAway) && waiting.TryDequeue(out var sum))
        {
            if (mended.Contains(sum)) return;
            if (TellLess(told, rule, found.Cell, told.Sums[sum]) is { } less)
            {
                mended.Add(sum);
                retold.Add(less);
                return;
            }
            foreach (var cause in told.Sums[sum].SelectMany(system.Causes))
                if (seen.Add(cause)) waiting.Enqueue(cause);
        }
    }

    // The cell told less; null where nothing is left to hide. In the sum that gave the cell away: first a national total is rounded,
    // then the smallest other part hidden, then the whole, at last the cell itself.
    static int? TellLess(ToldCells told, ToldRule rule, int cell, int[] sum)
    {
        var whole = sum[^1];
        if (!IsKnown(told, whole) && told.Told[whole] is { } count && rule.Coarser(count, told.Kinds[whole]) is { } coarser)
        {
            told.Told[whole] = coarser;
            return whole;
        }
        var next = sum.SkipLast(1).Where(part => part != cell && told.Told[part] > 0 && !IsKnown(told, part)).OrderBy(part => told.Told[part]).ThenBy(part => part)
            .Concat(new[] { whole, cell }.Where(other => told.Told[other] > 0 && !IsKnown(told, other))).Cast<int?>().FirstOrDefault();
        if (next is { } hidden) told.Told[hidden] = null;
        return next;
    }
}
