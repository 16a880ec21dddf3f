namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>
/// Which unknowns a system of sums determines: Gaussian elimination over the integers modulo a prime. Two random solutions are drawn:
/// an unknown that is the same in both is determined, and that is its count (an undetermined one passes for it with chance 1 in 2³¹).
/// </summary>
static class Elimination
{
    const long Prime = int.MaxValue; // 2³¹ − 1: a product fits a long
    const int Seed = 17; // the same system gives the same answer
    const int One = -1; // stands for the constant in a row: a cell whose count is 1

    /// <param name="known">Each cell's count, null where it is not known.</param>
    /// <param name="sums">The parts and, as the last, the whole.</param>
    /// <returns>The unknown cells that are determined, and their counts.</returns>
    public static List<(int Cell, long Count)> Determined(Func<int, long?> known, IEnumerable<int[]> sums)
    {
        var pivots = new Dictionary<int, Dictionary<int, long>>(); // cell → its equation, cell's coefficient 1
        var order = new List<int>();
        var rows = sums.Select(sum => Row(sum, known)).OrderBy(row => row.Count).ToList();
        var uses = rows.SelectMany(row => row.Keys).CountBy(cell => cell).ToDictionary();
        foreach (var row in rows)
        {
            while (row.Keys.Where(pivots.ContainsKey).Cast<int?>().FirstOrDefault() is { } cell) Subtract(row, pivots[cell], row[cell]);
            if (row.Keys.All(cell => cell == One)) continue;
            var pivot = row.Keys.Where(cell => cell != One).MinBy(cell => (uses[cell], cell)); // what stands in few sums, so that few rows grow
            Scale(row, Inverse(row[pivot]));
            pivots[pivot] = row;
            order.Add(pivot);
        }
        var random = new Random(Seed);
        var (one, other) = (Solution(pivots, order, random), Solution(pivots, order, random));
        return [.. one.Where(cell => cell.Key != One && other[cell.Key] == cell.Value).Select(cell => (cell.Key, cell.Value)).OrderBy(cell => cell.Key)];
    }

    /// <summary>A random solution: unknowns without an equation are drawn, the others follow, the last equation first.</summary>
    static Dictionary<int, long> Solution(Dictionary<int, Dictionary<int, long>> pivots, List<int> order, Random random)
    {
        var solution = new Dictionary<int, long> { [One] = 1 };
        foreach (var pivot in order.AsEnumerable().Reverse())
        {
            var value = 0L;
            foreach (var (cell, factor) in pivots[pivot])
            {
                if (cell == pivot) continue;
                if (!solution.TryGetValue(cell, out var other)) solution[cell] = other = random.NextInt64(Prime);
                value = (value + Prime - factor * other % Prime) % Prime;
            }
            solution[pivot] = value;
        }
        return solution;
    }

    // Parts less whole = 0; what is known goes into the constant.
    static Dictionary<int, long> Row(int[] sum, Func<int, long?> known)
    {
        var row = new Dictionary<int, long>();
        var constant = 0L;
        for (var at = 0; at < sum.Length; at++)
        {
            var sign = at == sum.Length - 1 ? -1 : 1;
            if (known(sum[at]) is { } count) constant += sign * count;
            else row[sum[at]] = (sign + Prime) % Prime;
        }
        if (constant % Prime != 0) row[One] = (constant % Prime + Prime) % Prime;
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
