using System.Text.Json.Nodes;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Settings;

/// <param name="By">The role; null where the installation itself did it (migration, import, sample data).</param>
public sealed record LoggedChange(long No, string At, string? By, string Subject, string Code, JsonNode? Before, JsonNode? After);

/// <summary>GET /v1/settings-log?before=: who changed what of the place's settings, the newest first, 200 a page.</summary>
public sealed class ListSettingsChanges(SettingsDesk desk)
{
    sealed record Row(long LogNo, DateTime At, string? ActorRoleCode, string Subject, string SubjectCode, string? Before, string? After);

    public Task<IResult> RunAsync(long? before, HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, _) =>
    {
        var rows = await work.ListAsync<Row>("Settings/ListSettingsChanges.sql", new { province = (int)officer.ProvinceCode!, before = before ?? long.MaxValue });
        return TypedResults.Ok(rows.Select(r => new LoggedChange(r.LogNo, TurkishTime.Instant(r.At),
            r.ActorRoleCode is null ? null : Vocabulary.Current.StaffRoles[r.ActorRoleCode].NameTr, r.Subject, r.SubjectCode, Parse(r.Before), Parse(r.After))));
    }, stop, Authorization.ToSettle);

    static JsonNode? Parse(string? json) => json is null ? null : JsonNode.Parse(json);
}
