using AcikKapi.Domain.Reference;
using AcikKapi.Reports;
using AcikKapi.Warehouse;
using Dapper;

namespace AcikKapi.Cli;

static class ScopesWithData
{
    /// <summary>
    /// Provinces and districts with a kaymakamlık that published anything for a period, suppressed counts included, each province
    /// before its districts, and last the ministry, if there are any. Central districts are the governorship's own.
    /// </summary>
    public static IReadOnlyList<BriefScope> Of(WarehousePaths paths, BriefPeriod period)
    {
        using var published = DuckDb.Open(paths.Published, readOnly: true);
        var scopes = published.Query<string>(
            """
            select k.scope_code
            from pub_key_figures k
            join dim_scope s using (scope_code)
            where s.scope_level <> 'country' and k.period_code = $period and k.received is distinct from 0
            order by s.province_code, s.scope_level = 'district', s.district_code
            """,
            new { period = period.Code }).Select(BriefScope.Parse)
            .Where(scope => scope.Level == ScopeLevel.Province || Vocabulary.Current.Districts[scope.DistrictCode].HasKaymakamlik).ToList();
        return scopes.Count == 0 ? scopes : [.. scopes, BriefScope.Ministry];
    }
}
