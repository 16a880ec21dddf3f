using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;

namespace AcikKapi.Tests.Ingest;

/// <summary>A published warehouse, made once: three officers in each province, the first with most of the work and the third with little.</summary>
public sealed class OfficersWarehouse : IDisposable
{
    const string InTheLedger = "select '{0}' as flag_id, 'sudden_rise' as detector, 'problem' as direction, 'province' as level, date '2026-10-30' as first_seen, date '2026-10-31' as last_seen, '{1}' as sentence, '{2}' as scope_code";

    public SmallWarehouse Small { get; } = Publish();

    static SmallWarehouse Publish()
    {
        var small = SmallWarehouse.FillRaw(8_000);
        using (var raw = RawStore.Open(small.Paths))
            raw.Execute("update raw_events set actor_role_code = 'liaison', actor_key = if(event_code in ('routed', 'answered'), lpad(to_hex(province_code * 10 + case when application_id % 100 < 70 then 1 when application_id % 100 < 98 then 2 else 3 end), 64, '0'), null)");
        Build.Run(small.Paths, small.AsOf);
        Check.Run(small.Paths, small.AsOf);
        using (var warehouse = DuckDb.Open(small.Paths.BuildingWarehouse(small.AsOf)))
        {
            warehouse.Execute(EmbeddedSql.Read(typeof(SmallWarehouse).Assembly, "Support/no_flags.sql"));
            foreach (var (id, scope) in (ReadOnlySpan<(string, string)>)[("A", "il:76"), ("B", "TR")])
                warehouse.Execute("insert into flag_ledger by name " + string.Format(null, InTheLedger, id, "Ağustosta arttı.", scope));
        }
        AcikKapi.Warehouse.Publish.Run(small.Paths, small.AsOf);
        return small;
    }

    public void Dispose() => Small.Dispose();
}
