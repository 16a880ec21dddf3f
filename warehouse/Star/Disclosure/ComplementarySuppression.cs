namespace AcikKapi.Warehouse.Disclosure;

/// <summary>
/// Hides further cells until no sum gives a hidden one away. Cells are counts; a sum is a list of cells that anyone may
/// add up and set against each other: the parts and, as the last of them, the whole.
/// </summary>
public static class ComplementarySuppression
{
    /// <summary>A hidden count may be anything within a range at least this wide, as far as one sum tells.</summary>
    const int LeastWidth = 3;

    /// <summary>
    /// Which cells to hide: the <paramref name="small"/> ones and then, in every sum that leaves a hidden cell too narrow a range, the
    /// smallest other that is not 0 (the whole only if nothing else is left; of equals, the earlier). It ends, since each turn hides
    /// one more cell, and always finds one: where all other parts are 0, the whole equals the hidden part.
    /// </summary>
    /// <param name="known">Cells that an earlier release told: hidden or not, they protect none. Empty: none is.</param>
    /// <param name="sums">Each at least two cells, by index: the parts, and last the whole.</param>
    public static bool[] Run(ReadOnlySpan<long> cells, ReadOnlySpan<bool> small, IReadOnlyList<int[]> sums, ReadOnlySpan<bool> known = default)
    {
        var hidden = small.ToArray();
        var isKnown = known.IsEmpty ? new bool[cells.Length] : known.ToArray();
        var sumsOf = SumsOf(cells.Length, sums);
        var waiting = new Queue<int>(Enumerable.Range(0, sums.Count));
        while (waiting.TryDequeue(out var sum))
        {
            if (!TellsTooMuch(cells, sums[sum], hidden, isKnown)) continue;
            var next = Smallest(cells, sums[sum], hidden, isKnown);
            if (next < 0) continue;
            hidden[next] = true;
            foreach (var other in sumsOf[next]) waiting.Enqueue(other);
        }
        return hidden;
    }

    // With the whole told, n hidden parts of at least 1 each share what the others leave of it: each lies between 1 and that less n - 1.
    static bool TellsTooMuch(ReadOnlySpan<long> cells, int[] sum, bool[] hidden, bool[] known)
    {
        var (count, left) = (0, 0L);
        foreach (var cell in sum.AsSpan(..^1))
        {
            if (!hidden[cell] || known[cell]) continue;
            count++;
            left += cells[cell];
        }
        var whole = sum[^1];
        return hidden[whole] && !known[whole] ? count == 0 : count > 0 && (count == 1 || left - count < LeastWidth);
    }

    static int Smallest(ReadOnlySpan<long> cells, int[] sum, bool[] hidden, bool[] known)
    {
        var best = -1;
        foreach (var cell in sum.AsSpan(..^1))
            if (!hidden[cell] && !known[cell] && cells[cell] > 0 && (best < 0 || cells[cell] < cells[best])) best = cell;
        var whole = sum[^1];
        return best >= 0 || hidden[whole] || known[whole] || cells[whole] == 0 ? best : whole;
    }

    static List<int>[] SumsOf(int cells, IReadOnlyList<int[]> sums)
    {
        var sumsOf = new List<int>[cells];
        for (var cell = 0; cell < cells; cell++) sumsOf[cell] = [];
        for (var sum = 0; sum < sums.Count; sum++)
            foreach (var cell in sums[sum]) sumsOf[cell].Add(sum);
        return sumsOf;
    }
}
