using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Flags;

/// <param name="Role">Of whoever decided.</param>
/// <param name="MeasuredOn">When what was done began; null: nothing was.</param>
public sealed record Verdict(string Code, string? Reason, string? Measure, DateOnly? MeasuredOn, string? Note, string Role, string At);

/// <param name="FlagId">Of its first night.</param>
/// <param name="ScopeCode">TR, il:76 or ilce:76-1692.</param>
/// <param name="Verdict">The last one; null: nobody decided yet.</param>
public sealed record FoundFlag(string FlagId, string ScopeCode, string Direction, string Detector, string Sentence, DateOnly FirstSeen, DateOnly LastSeen, Verdict? Verdict);

/// <summary>GET /v1/flags: what the nights found of the own place, and what was decided of it; 200 at most.</summary>
public sealed class ListFlags(SettingsDesk desk)
{
    sealed record Row(string FlagId, string ScopeCode, string Direction, string Detector, string Sentence, DateOnly FirstSeen, DateOnly LastSeen,
        string? VerdictCode, string? ReasonCode, string? MeasureCode, DateOnly? MeasuredOn, string? NoteTr, string? RoleCode, DateTime? GivenAt);

    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, _) =>
    {
        var rows = await work.ListAsync<Row>("Flags/ListFlags.sql", new { province = officer.ProvinceCode ?? 0, ownDistrict = officer.DistrictCode });
        return TypedResults.Ok(rows.Select(r => new FoundFlag(r.FlagId, r.ScopeCode, r.Direction, r.Detector, r.Sentence, r.FirstSeen, r.LastSeen,
            r.VerdictCode is null ? null : new Verdict(r.VerdictCode, r.ReasonCode, r.MeasureCode, r.MeasuredOn, r.NoteTr, r.RoleCode!, TurkishTime.Instant(r.GivenAt!.Value)))).ToList());
    }, stop, Authorization.ToJudgeFlags);
}
