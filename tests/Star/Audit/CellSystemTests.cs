using AcikKapi.Warehouse.Disclosure.Audit;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Star.Audit;

public sealed class CellSystemTests
{
    static readonly DateOnly Today = new(2026, 10, 31);

    [Fact]
    public void OneHiddenPart_IsWhatTheOthersLeave()
    {
        var found = new AuditSystem(Told([7, null, 20, 30], [[0, 1, 2, 3]]), ToldRule.Ministry, Today).Run();
        Assert.Equal((1, 3L), (found.Single().Cell, found.Single().Count));
    }

    [Fact]
    public void TwoSumsOverTheSamePair_GiveTheThirdAway()
    {
        // a + b = 9 and a + b + c = 13: no single sum tells, both together do.
        var found = new AuditSystem(Told([null, null, 9, null, 13], [[0, 1, 2], [0, 1, 3, 4]]), ToldRule.Ministry, Today).Run();
        Assert.Equal([3], found.Select(cell => cell.Cell));
    }

    [Fact]
    public void RoundedAtTheirUtmost_AreFoundOutAndThenToldLess()
    {
        // Four twelves are told as 10 and their sum as 50: 48 at the least, so every one of them must be 12.
        var told = Told([10, 10, 10, 10, 50], [[0, 1, 2, 3, 4]]);
        Assert.Equal([0, 1, 2, 3, 4], new AuditSystem(told, ToldRule.Published, Today).Run().Select(cell => cell.Cell).Order());
        Assert.Empty(HideMore.Run(told, new AuditSystem(told, ToldRule.Published, Today), ToldRule.Published));
        Assert.NotEmpty(told.Retold);
    }

    [Fact]
    public void NationalTotal_ThatGivesAProvinceAway_IsRounded()
    {
        // Two twelves, told as 10 each, make 24: told exactly, that leaves no other way.
        var told = Told([10, 10, 24], [[0, 1, 2]], national: 2);
        Assert.NotEmpty(new AuditSystem(told, ToldRule.Published, Today).Run());
        HideMore.Run(told, new AuditSystem(told, ToldRule.Published, Today), ToldRule.Published);
        Assert.Equal([10, 10, 25], told.Told);
    }

    [Fact]
    public void HiddenCounts_AreFoundExactlyWhereEverySolutionAgrees() =>
        Systems.Sample(system =>
        {
            var found = new AuditSystem(Told(system.Told, system.Sums), ToldRule.Ministry, Today).Run().Select(cell => cell.Cell).ToHashSet();
            // Whatever the audit names has that count, and nothing else is pinned by the equations alone.
            return found.All(cell => system.Told[cell] is null) && Pinned(system).All(found.Contains);
        }, iter: 300);

    sealed record Hidden(long[] Counts, long?[] Told, int[][] Sums);

    static readonly Gen<Hidden> Systems =
        from rows in Gen.Int[2, 4]
        from columns in Gen.Int[2, 4]
        from inner in Gen.Long[1, 9].Array[rows * columns]
        from hidden in Gen.Bool.Array[(rows + 1) * (columns + 1)]
        select Table(inner, rows, columns, hidden);

    static Hidden Table(long[] inner, int rows, int columns, bool[] hidden)
    {
        var width = columns + 1;
        var counts = new long[(rows + 1) * width];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                foreach (var cell in (int[])[row * width + column, row * width + columns, rows * width + column, rows * width + columns])
                    counts[cell] += inner[row * columns + column];
        int[][] sums =
        [
            .. Enumerable.Range(0, rows + 1).Select(row => Enumerable.Range(row * width, width).ToArray()),
            .. Enumerable.Range(0, width).Select(column => Enumerable.Range(0, rows + 1).Select(row => row * width + column).ToArray()),
        ];
        return new Hidden(counts, [.. counts.Select((count, cell) => hidden[cell] ? (long?)null : count)], sums);
    }

    // Gauss-Jordan with fractions, cell by cell: independent of the code under test.
    static IEnumerable<int> Pinned(Hidden system)
    {
        var unknown = Enumerable.Range(0, system.Told.Length).Where(cell => system.Told[cell] is null).ToList();
        var rows = system.Sums.Select(sum => unknown.Select(cell => Array.IndexOf(sum, cell) is var at && at < 0 ? 0.0 : at == sum.Length - 1 ? -1.0 : 1.0).ToArray()).ToList();
        var used = 0;
        for (var column = 0; column < unknown.Count; column++)
        {
            var pivot = rows.FindIndex(used, row => Math.Abs(row[column]) > 1e-9);
            if (pivot < 0) continue;
            (rows[used], rows[pivot]) = (rows[pivot], rows[used]);
            var scale = rows[used][column];
            for (var k = 0; k < unknown.Count; k++) rows[used][k] /= scale;
            foreach (var row in rows.Where((row, at) => at != used && Math.Abs(row[column]) > 1e-9))
            {
                var times = row[column];
                for (var k = 0; k < unknown.Count; k++) row[k] -= times * rows[used][k];
            }
            used++;
        }
        return rows.Take(used).Where(row => row.Count(value => Math.Abs(value) > 1e-9) == 1).Select(row => unknown[Array.FindIndex(row, value => Math.Abs(value) > 1e-9)]);
    }

    static ToldCells Told(long?[] told, int[][] sums, int national = -1) => new(
        told, [.. told.Select((_, cell) => new CellKind(false, false, false, cell == national, 76, Today.AddDays(-10)))], sums, []);
}
