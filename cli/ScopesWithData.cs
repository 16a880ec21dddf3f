using AcikKapi.Reports;
using AcikKapi.Warehouse;
using Dapper;

namespace AcikKapi.Cli;

static class ScopesWithData
{
    /// <summary>Provinces that published anything for a period, suppressed counts included, in plate order.</summary>
    public static IReadOnlyList<BriefScope> Of(WarehousePaths paths, BriefPeriod period)
    {
        using var published = DuckDb.Open(paths.Published, readOnly: true);
        return published.Query<string>(
            """
            select k.scope_code
            from pub_key_figures k
            join dim_scope s using (scope_code)
            where s.scope_level = 'province' and k.period_code = $period and k.received is distinct from 0
            order by s.province_code
            """,
            new { period = period.Code }).Select(BriefScope.Parse).ToList();
    }
}
