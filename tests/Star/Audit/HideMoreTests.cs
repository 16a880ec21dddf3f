using AcikKapi.Warehouse.Disclosure.Audit;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Star.Audit;

/// <summary>Whatever a release's counts are: what is told in the end gives none of the others away.</summary>
public sealed class HideMoreTests
{
    static readonly DateOnly Today = new(2026, 10, 31);

    /// <summary>Counts that fulfil their sums (each its parts and, last, the whole), and which of them is national or from 10 on only.</summary>
    sealed record Counts(long[] True, int[][] Sums, CellKind[] Kinds);

    [Fact]
    public void AnySystemOfSums_EndsWithNothingFoundOut_InBothReleases()
    {
        var (given, mended) = (0, 0);
        Systems.Sample(
            counts =>
            {
                foreach (var rule in (ToldRule[])[ToldRule.Published, ToldRule.Ministry])
                {
                    var told = Told(counts, rule);
                    var before = (long?[])told.Told.Clone();
                    var system = new AuditSystem(told, rule, Today);
                    Interlocked.Add(ref given, system.Run().Count);
                    Assert.Empty(HideMore.Run(told, system, rule));
                    Interlocked.Add(ref mended, told.Retold.Count);
                    Assert.Equal(0, system.Narrow);
                    Assert.Empty(new AuditSystem(told, rule, Today).Run());
                    // Nothing is told that was hidden, no 0 is hidden, and what is told otherwise is told to the nearest 5.
                    for (var cell = 0; cell < before.Length; cell++)
                        Assert.True(
                            told.Told[cell] == before[cell]
                            || (before[cell] > 0 && told.Retold.Contains(cell) && (told.Told[cell] is null || (counts.Kinds[cell].IsNational && told.Told[cell] == Rounded(counts.True[cell], 8)))));
                    AssertTrueCountsFit(counts, told, rule);
                }
            },
            iter: 2_000);
        Assert.True(given > 1_000 && mended > 1_000, "The systems give nothing away to begin with: this test shows nothing.");
    }

    /// <summary>
    /// Two nights: the first told some of the counts, protected by itself; since then some have changed. Tonight tells all of them, and
    /// the two together give nothing away either. What the first night told and is still so is no secret, and stays told.
    /// </summary>
    [Fact]
    public void ANightAfterAnother_GivesNothingAwayWithIt_InBothReleases()
    {
        var given = 0;
        Gen.Select(Systems, Gen.Bool.Array[64], Gen.Frequency((1, Gen.Const(true)), (9, Gen.Const(false))).Array[64]).Sample(
            (counts, chosen, late) =>
            {
                foreach (var rule in (ToldRule[])[ToldRule.Published, ToldRule.Ministry])
                {
                    var earlier = WithoutLate(counts, late);
                    var before = Night(earlier, rule, chosen);
                    var alone = Told(counts, rule).Told;
                    var apart = new ToldCells([.. alone], counts.Kinds, counts.Sums, [], alone);
                    HideMore.Run(apart, new AuditSystem(apart, rule, Today), rule);
                    Interlocked.Add(ref given, Found(apart.Told));

                    var told = new ToldCells([.. alone], counts.Kinds, counts.Sums, [Earlier(alone)], alone);
                    Assert.Empty(HideMore.Run(told, new AuditSystem(told, rule, Today), rule));
                    Assert.Equal(0, Found(told.Told));
                    for (var cell = 0; cell < alone.Length; cell++)
                    {
                        if (before[cell] is > 0 && before[cell] == alone[cell] && earlier.True[cell] == counts.True[cell]) Assert.Equal(before[cell], told.Told[cell]);
                        if (alone[cell] is null) Assert.Null(told.Told[cell]);
                    }

                    int Found(long?[] tonight) => new AuditSystem(new([.. tonight], counts.Kinds, counts.Sums, [Earlier(tonight)]), rule, Today).Run().Count;

                    EarlierNight Earlier(long?[] tonight)
                    {
                        var all = Enumerable.Range(0, before.Length).ToList();
                        return new(Today.AddDays(-1), all.Where(cell => before[cell] != tonight[cell]).ToDictionary(cell => cell, cell => before[cell]), [.. all.Where(cell => earlier.True[cell] != counts.True[cell])]);
                    }
                }
            },
            iter: 1_000);
        Assert.True(given > 100, $"Of nights protected apart only {given} counts are found out: this test shows nothing.");
    }

    // The same table the night before, when up to two of the late inner cells' cases were not there yet.
    static Counts WithoutLate(Counts counts, bool[] late)
    {
        var inner = counts.Sums.Min(sum => sum[^1]);
        long[] before = [.. counts.True.Select((count, cell) => cell < inner && late[cell] ? Math.Max(0, count - 2) : count)];
        foreach (var sum in counts.Sums) before[sum[^1]] = sum.SkipLast(1).Sum(part => before[part]);
        return counts with { True = before };
    }

    /// <summary>What a night told that had only the chosen inner cells (of all others nothing), and the sums of which it had every part.</summary>
    static long?[] Night(Counts counts, ToldRule rule, bool[] chosen)
    {
        var had = new HashSet<int>(Enumerable.Range(0, counts.Sums.Min(sum => sum[^1])).Where(cell => chosen[cell]));
        foreach (var sum in counts.Sums)
            if (sum.SkipLast(1).All(had.Contains)) had.Add(sum[^1]);
        var alone = Told(counts, rule).Told;
        var told = new ToldCells([.. alone], counts.Kinds, [.. counts.Sums.Where(sum => Array.TrueForAll(sum, had.Contains))], []);
        Assert.Empty(HideMore.Run(told, new AuditSystem(told, rule, Today.AddDays(-1)), rule));
        return [.. told.Told.Select((count, cell) => had.Contains(cell) ? count : ToldCells.Nothing)];
    }

    /// <summary>Tried out count by count: whatever the audit calls found out has one value in every solution, and it names that value.</summary>
    [Fact]
    public void WhatTheAuditNames_HasOneValueInEverySolution()
    {
        var named = 0;
        TinySystems.Sample(
            counts =>
            {
                var told = Told(counts, ToldRule.Ministry);
                var solutions = Solutions(counts, told).ToList();
                foreach (var cell in new AuditSystem(told, ToldRule.Ministry, Today).Run())
                {
                    Interlocked.Increment(ref named);
                    Assert.All(solutions, solution => Assert.Equal(cell.Count, solution[cell.Cell]));
                }
            },
            iter: 300);
        Assert.NotEqual(0, named);
    }

    /// <summary>And the other way about: after the search, every hidden count of a tiny system has another value in some solution.</summary>
    [Fact]
    public void AfterTheSearch_EveryHiddenCountMayBeAnother() =>
        TinySystems.Sample(
            counts =>
            {
                var told = Told(counts, ToldRule.Ministry);
                HideMore.Run(told, new AuditSystem(told, ToldRule.Ministry, Today), ToldRule.Ministry);
                var solutions = Solutions(counts, told).ToList();
                for (var cell = 0; cell < told.Told.Length; cell++)
                    if (told.Told[cell] is null)
                        Assert.True(solutions.Exists(solution => solution[cell] != counts.True[cell]), $"cell {cell} is {counts.True[cell]} in all {solutions.Count} solutions");
            },
            iter: 300);

    // What is true is never ruled out.
    static void AssertTrueCountsFit(Counts counts, ToldCells told, ToldRule rule)
    {
        var system = new AuditSystem(told, rule, Today);
        system.Run();
        for (var cell = 0; cell < counts.True.Length; cell++) Assert.InRange(counts.True[cell], system.Left(cell).Low, system.Left(cell).High);
    }

    static ToldCells Told(Counts counts, ToldRule rule) => new([.. counts.True.Select((count, cell) => Told(count, counts.Kinds[cell], rule))], counts.Kinds, counts.Sums, []);

    static long? Told(long count, CellKind kind, ToldRule rule) =>
        rule == ToldRule.Ministry ? count is > 0 and < 5 ? null : count
        : kind.IsNational ? count
        : Rounded(count, kind.IsSensitive ? 10 : 8);

    static long? Rounded(long count, long from) => count > 0 && count < from ? null : (count + 2) / 5 * 5;

    /// <summary>All solutions with hidden innermost counts from 1 to 12: the margins follow.</summary>
    static IEnumerable<long[]> Solutions(Counts counts, ToldCells told)
    {
        var free = Enumerable.Range(0, told.Told.Length).Where(cell => !Array.Exists(told.Sums, sum => sum[^1] == cell)).ToList();
        return Extend(0, new long[told.Told.Length]);

        IEnumerable<long[]> Extend(int at, long[] values)
        {
            if (at == free.Count)
            {
                foreach (var sum in told.Sums) values[sum[^1]] = sum.SkipLast(1).Sum(part => values[part]);
                if (Fits(values)) yield return (long[])values.Clone();
                yield break;
            }
            var (from, to) = told.Told[free[at]] is { } count ? (count, count) : (1, 12);
            for (var value = from; value <= to; value++)
            {
                values[free[at]] = value;
                foreach (var solution in Extend(at + 1, values)) yield return solution;
            }
        }

        // Every whole is told or at least 1; a margin that two sums make must be the same in both.
        bool Fits(long[] values) =>
            Array.TrueForAll(told.Sums, sum => values[sum[^1]] == sum.SkipLast(1).Sum(part => values[part]))
            && Enumerable.Range(0, values.Length).All(cell => told.Told[cell] is { } count ? values[cell] == count : values[cell] >= 1);
    }

    static readonly Gen<long> Count = Gen.Frequency((2, Gen.Const(0L)), (4, Gen.Long[1, 9]), (3, Gen.Long[8, 14]), (1, Gen.Long[15, 90]));

    // Rows × columns with margins, and over the rows further sums of some of their cells: places, types and periods cross like this.
    static readonly Gen<Counts> Systems =
        from rows in Gen.Int[1, 5]
        from columns in Gen.Int[1, 5]
        from inner in Count.Array[rows * columns]
        from chosen in Gen.Bool.Array[rows * columns].List[0, 3]
        from sensitive in Gen.Int[0, 9]
        from national in Gen.Bool
        select Table(inner, rows, columns, chosen, sensitive, national);

    static readonly Gen<Counts> TinySystems =
        from columns in Gen.Int[1, 2]
        from inner in Gen.Long[0, 7].Array[2 * columns]
        from chosen in Gen.Bool.Array[2 * columns].List[0, 1]
        select Table(inner, 2, columns, chosen, -1, false);

    static Counts Table(long[] inner, int rows, int columns, List<bool[]> chosen, int sensitive, bool national)
    {
        var counts = inner.ToList();
        List<int[]> sums = [];
        int Sum(IEnumerable<int> parts)
        {
            int[] all = [.. parts];
            counts.Add(all.Sum(part => counts[part]));
            sums.Add([.. all, counts.Count - 1]);
            return counts.Count - 1;
        }
        var byRow = Enumerable.Range(0, rows).Select(row => Sum(Enumerable.Range(row * columns, columns))).ToList();
        var byColumn = Enumerable.Range(0, columns).Select(column => Sum(Enumerable.Range(0, rows).Select(row => row * columns + column))).ToList();
        var total = Sum(byRow);
        sums.Add([.. byColumn, total]);
        foreach (var some in chosen.Where(some => some.Contains(true))) Sum(Enumerable.Range(0, inner.Length).Where(cell => some[cell]));
        return new Counts(
            [.. counts], [.. sums],
            [.. counts.Select((_, cell) => new CellKind(false, cell == sensitive, false, national && cell == total, 76, Today.AddDays(-10)))]);
    }
}
