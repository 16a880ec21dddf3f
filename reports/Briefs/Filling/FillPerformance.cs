using AcikKapi.Reports.Model;
using AcikKapi.Reports.Text;

namespace AcikKapi.Reports.Filling;

/// <summary>Queues and funnels of the last night; they stand in the briefs of the period that ended last only.</summary>
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
}
