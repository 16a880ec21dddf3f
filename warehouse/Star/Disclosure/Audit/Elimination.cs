namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>
/// Which unknowns a system of sums determines, whatever their values: Gaussian elimination over the integers modulo a prime.
/// An unknown is determined exactly if it is 0 in every solution of the system with right-hand sides 0; a random solution is drawn,
/// so an undetermined one passes for determined with chance 1 in 2³¹.
/// </summary>
static class Elimination
{
    const long Prime = int.MaxValue; // 2³¹ − 1: a product fits a long
    const int Seed = 17; // the same system gives the same answer

    /// <param name="unknown">Cells whose value is not known; all others are constants.</param>
    /// <param name="sums">The parts and, as the last, the whole.</param>
    /// <returns>The unknown cells that are determined.</returns>
    public static List<int> Determined(bool[] unknown, IReadOnlyList<int[]> sums)
    {
        var pivots = new Dictionary<int, Dictionary<int, long>>(); // cell → its equation, cell's coefficient 1
        var order = new List<int>();
        var rows = sums.Select(sum => Row(sum, unknown)).Where(row => row.Count > 0).OrderBy(row => row.Count).ToList();
        var uses = new Dictionary<int, int>();
        foreach (var cell in rows.SelectMany(row => row.Keys)) uses[cell] = uses.GetValueOrDefault(cell) + 1;
        foreach (var row in rows)
        {
            while (row.Keys.Where(pivots.ContainsKey).Cast<int?>().FirstOrDefault() is { } cell) Subtract(row, pivots[cell], row[cell]);
            if (row.Count == 0) continue;
            var pivot = row.Keys.MinBy(cell => (uses[cell], cell)); // what stands in few sums, so that few rows grow
            Scale(row, Inverse(row[pivot]));
            pivots[pivot] = row;
            order.Add(pivot);
        }
        return [.. Solution(pivots, order).Where(value => value.Value == 0).Select(value => value.Key).Order()];
    }

    /// <summary>A random solution: unknowns without an equation are drawn, the others follow, the last equation first.</summary>
    static Dictionary<int, long> Solution(Dictionary<int, Dictionary<int, long>> pivots, List<int> order)
    {
        var random = new Random(Seed);
        var solution = new Dictionary<int, long>();
        foreach (var pivot in order.AsEnumerable().Reverse())
        {
            var value = 0L;
            foreach (var (cell, factor) in pivots[pivot])
            {
                if (cell == pivot) continue;
                if (!solution.TryGetValue(cell, out var other)) solution[cell] = other = random.NextInt64(1, Prime);
                value = (value + Prime - factor * other % Prime) % Prime;
            }
            solution[pivot] = value;
        }
        return solution;
    }

    static Dictionary<int, long> Row(int[] sum, bool[] unknown)
    {
        var row = new Dictionary<int, long>();
        foreach (var part in sum.AsSpan(..^1))
            if (unknown[part]) row[part] = 1;
        if (unknown[sum[^1]]) row[sum[^1]] = Prime - 1;
        return row;
    }

    static void Subtract(Dictionary<int, long> row, Dictionary<int, long> other, long times)
    {
        foreach (var (cell, factor) in other)
        {
            var value = (row.GetValueOrDefault(cell) + Prime - times * factor % Prime) % Prime;
            if (value == 0) row.Remove(cell);
            else row[cell] = value;
        }
    }

    static void Scale(Dictionary<int, long> row, long times)
    {
        foreach (var cell in row.Keys.ToList()) row[cell] = row[cell] * times % Prime;
    }

    // Fermat: a^(p-2) is a's inverse modulo the prime p.
    static long Inverse(long value)
    {
        var (result, power) = (1L, Prime - 2);
        for (var square = value; power > 0; power >>= 1, square = square * square % Prime)
            if ((power & 1) == 1) result = result * square % Prime;
        return result;
    }
}
