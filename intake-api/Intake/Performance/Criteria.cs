using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Performance;

/// <param name="Weight">0 to 100; those of a set add up to 100.</param>
public sealed record Criterion(string Code, string Name, decimal Weight);

/// <param name="Note">Why it was set so.</param>
public sealed record CriteriaSet(int No, string At, string? Note, IReadOnlyList<Criterion> Criteria);

/// <summary>What is sent to PUT /v1/performance-criteria.</summary>
/// <param name="Weights">By code of the criterion; those not given weigh nothing.</param>
public sealed record CriteriaSubmission(Dictionary<string, decimal> Weights, string Note);

/// <summary>What bureaus and units are measured by and how much each counts (art. 4-2-d): everybody on the staff may read it, the ministry sets it, and every earlier set is kept.</summary>
public sealed class PerformanceCriteria(SettingsDesk desk)
{
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["on_time"] = "Süresinde cevaplananların payı", ["median_days"] = "Cevap süresi (ortanca iş günü)", ["reopened"] = "Yeniden açılanların payı",
        ["satisfaction"] = "Memnuniyet puanı", ["overdue_open"] = "Açık ve süresi geçenlerin payı", ["rerouted"] = "Yanlış birime yönlendirilenlerin payı",
    };

    sealed record Row(int SetNo, string CriterionCode, decimal Weight, string? NoteTr, DateTime SetAt);

    public Task<IResult> ListAsync(HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, _, _) =>
    {
        var rows = await work.ListAsync<Row>("Performance/ListCriteria.sql", new { });
        return TypedResults.Ok(rows.GroupBy(r => r.SetNo).Select(set => new CriteriaSet(set.Key, TurkishTime.Instant(set.First().SetAt), set.First().NoteTr,
            [.. set.Select(r => new Criterion(r.CriterionCode, Names[r.CriterionCode], r.Weight))])).ToList());
    }, stop, Authorization.ToSeeCriteria);

    public Task<IResult> PutAsync(HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var weights = change.Json.Object("weights", required: true);
        var note = change.Json.Text("note", 500, required: true);
        var given = Names.Keys.Select(code => (Code: code, Weight: weights?.Decimal(code) ?? 0m)).ToList();
        foreach (var (code, weight) in given.Where(g => g.Weight is < 0 or > 100)) weights!.Wrong<decimal?>(code, "out_of_range", "0 ile 100 arasında olmalı.");
        if (weights is not null && !change.Errors.Any && given.Sum(g => g.Weight) != 100m) change.Json.Wrong<decimal?>("weights", "mismatch", $"Ağırlıkların toplamı 100 olmalı; şu anda {given.Sum(g => g.Weight):0.##}.");
        if (change.Errors.Any) return null;
        await change.Work.ExecuteAsync("Performance/SetCriteria.sql", new { codes = given.Select(g => g.Code).ToArray(), weights = given.Select(g => g.Weight).ToArray(), note, by = change.By.Pseudonym });
        return TypedResults.NoContent();
    }, stop, Authorization.ToSetCriteria);
}
