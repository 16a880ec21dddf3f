using AcikKapi.Reports.Model;

namespace AcikKapi.Reports.Filling;

/// <summary>Where applications get stuck, by stage, and the provinces' months for the ministry.</summary>
public static class FillAspects
{
    public static List<StageRow> Stages(Published published, BriefScope scope, BriefPeriod period)
    {
        var rows = published.Rows<StageCounts>("Filling/stages.sql", new { scope = scope.Code, period = period.Code });
        if (rows.Find(row => row.IsOwn) is not { } own) return [];
        var country = scope.Level == ScopeLevel.Ministry ? null : rows.Find(row => !row.IsOwn);
        return
        [
            Row("Kabul", "İşleme alınmayan başvuru", counts => counts.Rejected, counts => counts.Received),
            Row("Cevap", "Süresi geçtikten sonra cevaplanan ya da bekleyen", counts => counts.Overdue, counts => counts.Due),
            Row("Bekleyen", "Açık başvurulardan süresi geçmiş olan", counts => counts.OverdueOpenAtEnd, counts => counts.OpenAtEnd),
            Row("Cevaptan sonra", "Cevabı yeterli bulunmayıp yeniden açılan", counts => counts.Reopened, counts => counts.Answered),
        ];

        StageRow Row(string stage, string what, Func<StageCounts, long?> part, Func<StageCounts, long?> whole) =>
            new(stage, what, part(own), whole(own), country is null ? Ratio.Undefined : Ratio.Of(part(country), whole(country)));
    }

    public static List<ProvinceTrend> Provinces(Published published, BriefScope scope, BriefPeriod period) =>
        scope.Level != ScopeLevel.Ministry
            ? []
            : [.. published.Rows<MonthRow>("Charts/small_multiples.sql", new { end = period.EndOn })
                .GroupBy(row => (row.Code, row.Name))
                .Where(months => months.Any(month => month.Received is not 0))
                .Select(months => new ProvinceTrend(months.Key.Code, months.Key.Name, [.. months.Select(month => new TrendPoint(month.StartOn, month.Received))]))];

    sealed record StageCounts
    {
        public bool IsOwn { get; init; }
        public long? Received { get; init; }
        public long? Rejected { get; init; }
        public long? Due { get; init; }
        public long? Overdue { get; init; }
        public long? Answered { get; init; }
        public long? Reopened { get; init; }
        public long? OpenAtEnd { get; init; }
        public long? OverdueOpenAtEnd { get; init; }
    }

    sealed record MonthRow
    {
        public int Code { get; init; }
        public string Name { get; init; } = "";
        public DateOnly StartOn { get; init; }
        public long? Received { get; init; }
    }
}
