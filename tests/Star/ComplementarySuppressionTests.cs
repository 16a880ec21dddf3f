using AcikKapi.Warehouse.Disclosure;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Star;

public sealed class ComplementarySuppressionTests
{
    /// <summary>A table of counts with its margins: rows × columns, each row and column a sum whose last cell is the whole.</summary>
    sealed record Table(long[] Cells, List<int[]> Sums, bool[] Small);

    static readonly Gen<Table> Tables =
        from rows in Gen.Int[2, 7]
        from columns in Gen.Int[2, 7]
        from inner in Gen.Frequency((2, Gen.Const(0)), (3, Gen.Int[1, 4]), (5, Gen.Int[5, 60])).Array[rows * columns]
        select WithMargins(inner, rows, columns);

    [Fact]
    public void AnyTable_NoSumIsLeftWithOneHiddenCell() =>
        Tables.Sample(table =>
        {
            var hidden = ComplementarySuppression.Run(table.Cells, table.Small, table.Sums);
            return table.Sums.TrueForAll(sum => sum.Count(cell => hidden[cell]) != 1)
                && table.Small.Select((small, cell) => !small || hidden[cell]).All(kept => kept);
        });

    [Fact]
    public void AnyTable_ZerosStayShown() =>
        Tables.Sample(table =>
        {
            var hidden = ComplementarySuppression.Run(table.Cells, table.Small, table.Sums);
            return !table.Cells.Where((n, cell) => n == 0 && hidden[cell]).Any();
        });

    [Fact]
    public void HidingOnlySmallCells_LeavesSomeToBeFoundBySubtraction()
    {
        // The negative control: without complements most such tables give a cell away.
        var given = 0;
        Tables.Sample(table =>
        {
            if (table.Sums.Exists(sum => sum.Count(cell => table.Small[cell]) == 1)) Interlocked.Increment(ref given);
        }, iter: 200, threads: 1);
        Assert.InRange(given, 100, 200);
    }

    [Fact]
    public void OneSmallCell_TakesTheSmallestOtherPart_NotTheWhole()
    {
        long[] cells = [3, 40, 9, 0, 52];
        var hidden = ComplementarySuppression.Run(cells, [true, false, false, false, false], [[0, 1, 2, 3, 4]]);
        Assert.Equal([true, false, true, false, false], hidden);
    }

    [Fact]
    public void NothingElseLeft_TakesTheWhole()
    {
        // The second sum hides the part of 12; in the first it then stands alone beside zeros.
        long[] cells = [12, 0, 12, 3, 15];
        var hidden = ComplementarySuppression.Run(cells, [false, false, false, true, false], [[0, 1, 2], [0, 3, 4]]);
        Assert.Equal([true, false, true, true, false], hidden);
    }

    static Table WithMargins(int[] inner, int rows, int columns)
    {
        var width = columns + 1;
        var cells = new long[(rows + 1) * width];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                foreach (var cell in (int[])[row * width + column, row * width + columns, rows * width + column, rows * width + columns])
                    cells[cell] += inner[row * columns + column];
        List<int[]> sums =
        [
            .. Enumerable.Range(0, rows + 1).Select(row => Enumerable.Range(row * width, width).ToArray()),
            .. Enumerable.Range(0, width).Select(column => Enumerable.Range(0, rows + 1).Select(row => row * width + column).ToArray()),
        ];
        return new Table(cells, sums, [.. cells.Select(n => n is > 0 and < 5)]);
    }
}
