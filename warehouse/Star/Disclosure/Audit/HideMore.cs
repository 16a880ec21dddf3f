namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>
/// Tells less until nothing can be computed: rounding and complements leave a few cells that several sums together give away, or
/// tonight's and earlier nights' numbers together. It ends: each turn hides one more count, or tells one for good that everybody can
/// compute anyway. Of one release nothing is left then, for once no count other than 0 is told around a cell, with every count a
/// solution of the sums, twice every count is another. Nor of several, as long as those before gave nothing away: what they told
/// is no secret, and of the rest no more is told than they did, if nothing else helps (ADR 60).
/// </summary>
static class HideMore
{
    const int Patience = 4; // turns: then a cell that is found again gets one sum more each time, or a few would take a hundred turns
    const int Near = 50; // sums: farther away more is lost than a count that is not small, or a wider range, is worth

    /// <summary>Changes <paramref name="told"/>, of which <paramref name="system"/> is made.</summary>
    /// <returns>What still can be computed: nothing, unless the sums of the counts themselves do not agree, or earlier nights gave it away.</returns>
    public static List<FoundCell> Run(ToldCells told, AuditSystem system, ToldRule rule)
    {
        var known = new HashSet<int>();
        var turns = new Dictionary<int, int>();
        var withNights = false; // only once there is nothing left to find in tonight's alone, which costs less
        while (true)
        {
            var found = system.Run(narrowToo: true, withNights);
            if (TellLess(found) || TellKnown(found)) continue;
            if (!withNights && told.Earlier.Count > 0)
            {
                withNights = true;
                known.Clear(); // what tonight's release tells by itself may be needed to hide something with the others
            }
            else return found.FindAll(cell => !cell.IsNarrow);
        }

        bool TellLess(List<FoundCell> found)
        {
            var mended = new HashSet<int>(); // sums, once a turn: what one cell needs may do for the others
            foreach (var cell in found)
            {
                var turn = turns[cell.Cell] = turns.GetValueOrDefault(cell.Cell) + 1;
                if (IsOpen(cell) ? withNights || turn > Patience || told.Retold.Contains(cell.Cell) : turn > (cell.IsNarrow ? 3 : 20) * Patience) continue;
                var more = Math.Max(1, turn - Patience);
                foreach (var sum in Around(told, system, cell.Cell).Take(IsOpen(cell) || cell.IsNarrow ? Near : int.MaxValue))
                {
                    if (mended.Contains(sum) || TellLessOf(cell.Cell, told.Sums[sum])) more--;
                    else continue;
                    mended.Add(sum);
                    if (more == 0) break;
                }
            }
            return mended.Count > 0;
        }

        // Hidden for another's sake only: in the end it is told, unless hiding a count or two near it helps.
        bool IsOpen(FoundCell cell) => !cell.IsNarrow && cell.AsOf == system.AsOf && told.Told[cell.Cell] is null && told.Alone(cell.Cell) is not null;

        bool TellKnown(List<FoundCell> found)
        {
            var open = found.Where(IsOpen).ToList();
            foreach (var cell in open)
            {
                told.Tell(cell.Cell, told.Alone(cell.Cell));
                known.Add(cell.Cell);
            }
            if (open.Count > 0) system.Forget();
            return open.Count > 0;
        }

        // Nothing is left to hide where it says no. First a national total is rounded, then the smallest other part hidden, then the
        // whole, at last the cell itself. A 0 stays told: it says nothing of anyone.
        bool TellLessOf(int cell, int[] sum)
        {
            var whole = sum[^1];
            if (told.Told[whole] is { } count && rule.Coarser(count, told.Kinds[whole]) is { } coarser && !told.WasTold(whole))
            {
                told.Tell(whole, coarser);
                return true;
            }
            var next = sum.SkipLast(1).Where(part => part != cell && told.Told[part] > 0).OrderBy(part => told.Told[part]).ThenBy(part => part)
                .Concat(new[] { whole, cell }.Where(other => told.Told[other] > 0))
                .Where(other => !known.Contains(other) && !told.WasTold(other)).Cast<int?>().FirstOrDefault();
            if (next is { } hidden) told.Tell(hidden, null);
            return next is not null;
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
}
