namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>Tells less until nothing can be computed: rounding and complements leave a few cells that several sums together give away.</summary>
static class HideMore
{
    /// <summary>Changes <paramref name="told"/>, of which <paramref name="system"/> is made, in place.</summary>
    /// <returns>The cells told otherwise, and what still can be computed: with luck nothing.</returns>
    public static (HashSet<int> Retold, List<FoundCell> Left) Run(ToldCells told, ToldRule rule, AuditSystem system)
    {
        var retold = new HashSet<int>();
        while (true)
        {
            var found = system.Run();
            var mended = new HashSet<int>(); // sums, once a turn: what one cell needs may do for the others
            foreach (var cell in found) TellLess(told, rule, system, cell, mended, retold);
            if (mended.Count == 0) return (retold, found);
        }
    }

    // Often no count of the sum that narrowed the cell last is told, and what it got its bounds from lies some sums away: those are
    // looked at in turn, the nearest first.
    static void TellLess(ToldCells told, ToldRule rule, AuditSystem system, FoundCell found, HashSet<int> mended, HashSet<int> retold)
    {
        var seen = found.Sums.ToHashSet();
        var waiting = new Queue<int>(found.Sums);
        while (waiting.TryDequeue(out var sum))
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
        if (told.Told[whole] is { } count && rule.Coarser(count, told.Kinds[whole]) is { } coarser)
        {
            told.Told[whole] = coarser;
            return whole;
        }
        var next = sum.SkipLast(1).Where(part => part != cell && told.Told[part] > 0).OrderBy(part => told.Told[part]).ThenBy(part => part)
            .Concat(new[] { whole, cell }.Where(other => told.Told[other] > 0)).Cast<int?>().FirstOrDefault();
        if (next is { } hidden) told.Told[hidden] = null;
        return next;
    }
}
