namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>
/// Tells less until nothing can be computed: rounding and complements leave a few cells that several sums together give away.
/// It always ends so. Each turn tells one count less at the least, as long as a count other than 0 is told anywhere around a cell that
/// was found; and where none is, nothing is found: with every count a solution of the sums, twice every count is another.
/// </summary>
static class HideMore
{
    /// <summary>Changes <paramref name="told"/>, of which <paramref name="system"/> is made, in place.</summary>
    /// <returns>The cells told otherwise, and what still can be computed: nothing, unless the sums of the counts themselves do not agree.</returns>
    public static (HashSet<int> Retold, List<FoundCell> Left) Run(ToldCells told, ToldRule rule, AuditSystem system)
    {
        var retold = new HashSet<int>();
        while (true)
        {
            var found = system.Run(narrowToo: true);
            var mended = new HashSet<int>(); // sums, once a turn: what one cell needs may do for the others
            foreach (var cell in found)
                foreach (var sum in Around(told, system, cell.Cell))
                {
                    if (mended.Contains(sum)) break;
                    if (TellLess(told, rule, cell.Cell, told.Sums[sum]) is not { } less) continue;
                    mended.Add(sum);
                    retold.Add(less);
                    break;
                }
            if (mended.Count == 0) return (retold, found.FindAll(cell => !cell.IsNarrow));
        }
    }

    // Often no count of the sum that narrowed the cell last is told, and what it got its bounds from lies some sums away. So first the
    // sums that narrowed it, those that narrowed their cells and so on, the nearest first; then, the same way, all that hold it.
    static IEnumerable<int> Around(ToldCells told, AuditSystem system, int found)
    {
        foreach (var next in (Func<int, IEnumerable<int>>[])[system.Causes, system.SumsOf])
        {
            var seen = next(found).ToHashSet();
            var waiting = new Queue<int>(seen);
            while (waiting.TryDequeue(out var sum))
            {
                yield return sum;
                foreach (var other in told.Sums[sum].SelectMany(next))
                    if (seen.Add(other)) waiting.Enqueue(other);
            }
        }
    }

    // The cell told less; null where nothing is left to hide. First a national total is rounded, then the smallest other part hidden,
    // then the whole, at last the cell itself. A 0 stays told: it says nothing of anyone.
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
