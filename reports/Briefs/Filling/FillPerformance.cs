using AcikKapi.Domain.Reference;
using AcikKapi.Reports.Model;
using AcikKapi.Reports.Text;

namespace AcikKapi.Reports.Filling;

/// <summary>Queues, funnels and waiting times of the last night; they stand in the briefs of the period that ended last only.</summary>
static class FillPerformance
{
    // In the order in which a case meets them.
    static readonly (string Code, string Name)[] Criteria =
    [
        ("rerouted", "Yanlış birime yönlendirilenler"), ("on_time", "Süresi geçenler"), ("overdue_open", "Açık ve süresi geçmiş olanlar"), ("median_days", "Cevaba kadar geçen iş günü"),
        ("reopened", "Cevaptan sonra yeniden açılanlar"), ("satisfaction", "Düşük puanlar (1–2)"),
    ];

    public static List<QueueRow> Queues(Published published, BriefScope scope, bool isLatest) =>
        scope.Level != ScopeLevel.Province || !isLatest ? [] : published.Rows<QueueRow>("Filling/queues.sql", new { plate = scope.ProvinceCode });

    public static List<Funnel> Funnels(Published published, BriefScope scope, bool isLatest)
    {
        if (scope.Level == ScopeLevel.District || !isLatest) return [];
        var rows = published.Rows<FunnelRow>("Filling/funnels.sql", new { level = scope.Level == ScopeLevel.Ministry ? "province" : "unit", plate = scope.ProvinceCode });
        return [.. Criteria.Select(criterion => (criterion.Name, Rows: rows.FindAll(row => row.Criterion == criterion.Code))).Where(criterion => criterion.Rows.Count > 0)
            .Select(criterion => new Funnel(criterion.Name, criterion.Rows.Count,
                [.. criterion.Rows.Where(row => !row.IsUsual).OrderBy(row => row.Name, StringComparer.Create(Tr.Culture, ignoreCase: false))]))];
    }

    /// <summary>
    /// The place's own curve, then the country's; none where the place's own may not be told. Not for districts: it moves every
    /// night, and nine hundred briefs of four periods would be printed anew each time.
    /// </summary>
    public static List<Waiting> Waiting(Published published, BriefScope scope, bool isLatest)
    {
        if (scope.Level == ScopeLevel.District || !isLatest) return [];
        var points = published.Rows<WaitingPoint>("Filling/waiting.sql", new { scope = scope.Code }).ToLookup(point => point.Level);
        var country = new Waiting("Türkiye", [.. points["country"]]);
        if (scope.Level == ScopeLevel.Ministry) return country.Points.Count > 0 ? [country] : [];
        return points.Contains("province") ? [new Waiting(Vocabulary.Current.Provinces[scope.ProvinceCode].Name, [.. points["province"]]), country] : [];
    }
}
