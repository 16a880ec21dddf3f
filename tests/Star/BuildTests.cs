using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Star;

/// <summary>Facts are made a range of applications after another: nobody may see from a table in how many. (fct_days has its parts in it, mart_days adds them up; other marts add up floating numbers.)</summary>
public sealed class BuildTests
{
    [Fact]
    public void FactsMadeInManyParts_AreTheOnesMadeInOne()
    {
        using var small = SmallWarehouse.FillRaw(3_000);
        var asOf = small.AsOf;
        Build.Run(small.Paths, asOf);
        var tables = DuckDbRows.Read(small.Paths.BuildingWarehouse(asOf), "select table_name from duckdb_tables() where table_name similar to '(dim|fct)_.*|mart_days' and table_name <> 'fct_days' order by 1");
        var whole = Sums(small.Paths, asOf, tables);

        Build.Run(small.Paths, asOf, mostAPart: 100);
        Assert.Equal(whole, Sums(small.Paths, asOf, tables));
        Assert.Contains("fct_stages", tables);
    }

    [Fact]
    public void EventWithoutAnApplication_IsInOneOfTheParts_WhereTheChecksFindIt()
    {
        using var world = new TinyWorld().Application(5, "2026-09-01").Application(9, "2026-09-01").Application(14, "2026-09-01")
            .Event(1, 1, "received", "2026-09-01").Event(99, 1, "received", "2026-09-01");
        Build.Run(world.Paths, new DateOnly(2026, 9, 30), mostAPart: 1);
        Assert.Equal(["1", "5", "9", "14", "99"], DuckDbRows.Read(world.Paths.BuildingWarehouse(new DateOnly(2026, 9, 30)), "select application_id from fct_stages order by 1"));
    }

    [Fact]
    public void NumbersOfTipOffs_FarAboveAllOthers_LeaveTheOthersInSeveralParts()
    {
        using var world = new TinyWorld();
        foreach (var number in (long[])[1, 2, 3, 4, 5, 6, (1L << 52) + 77])
            world.Application(number, "2026-09-01").Event(number, 1, "received", "2026-09-01").Event(number, 2, "closed", "2026-09-02");
        Build.Run(world.Paths, new DateOnly(2026, 9, 30), mostAPart: 3);
        Assert.Equal(["2", "2", "3"], DuckDbRows.Read(world.Paths.BuildingWarehouse(new DateOnly(2026, 9, 30)), "select closed from fct_days order by 1"));
    }

    static string[] Sums(WarehousePaths paths, DateOnly asOf, string[] tables) =>
        [.. tables.SelectMany(table => DuckDbRows.Read(paths.BuildingWarehouse(asOf), $"select '{table} ' || count(*) || ' ' || coalesce(sum(hash(t)::hugeint), 0) from {table} as t"))];
}
