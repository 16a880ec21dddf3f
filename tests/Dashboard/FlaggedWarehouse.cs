using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;

namespace AcikKapi.Tests.Dashboard;

/// <summary>A small warehouse with three flags: a topic and a unit of Iğdır, and a topic of another province.</summary>
static class FlaggedWarehouse
{
    public const string Rise = "2026-10-31/sudden_rise/province_heading/il:76/SOS", Slow = "2026-10-31/overdue_share/unit/il:76/76-SOS", Foreign = "2026-10-31/sudden_rise/province_heading/il:4/SOS";

    public const string ForeignUnit = "4-SOS";

    public static SmallWarehouse Create(DateOnly? asOf = null)
    {
        var small = SmallWarehouse.Build(applications: 60_000, asOf: asOf) /* enough a month for topics and units to be told */;
        Flag(small);
        Publish.Run(small.Paths, small.AsOf);
        return small;
    }

    static void Flag(SmallWarehouse small)
    {
        using var warehouse = DuckDb.Open(small.Paths.BuildingWarehouse(small.AsOf));
        warehouse.Execute($"""
            insert into flags by name
            select
              flag_id, {DuckDb.Literal(small.AsOf)} as as_of, detector, 'problem' as direction, level, plate as place_code, unit_code, type_code,
              {DuckDb.Literal(small.AsOf.AddDays(-55))} as window_start, {DuckDb.Literal(small.AsOf)} as window_end, 60 as observed, 30 as expected, 2 as ratio, 20 as low, 45 as high,
              0.0001 as p_value, 0.001 as q_value, 'Arttı.' as sentence, 'il:' || plate as scope_code, '' as counted
            from (values
              ('{Rise}', 'sudden_rise', 'province', '76', null, 'SOS'),
              ('{Slow}', 'overdue_share', 'unit', '76', '76-SOS', null),
              ('{Foreign}', 'sudden_rise', 'province', '4', null, 'SOS')
            ) as f (flag_id, detector, level, plate, unit_code, type_code)
            """);
    }
}
