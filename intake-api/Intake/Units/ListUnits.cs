using AcikKapi.Intake.Settings;

namespace AcikKapi.Intake.Units;

/// <summary>A liaison officer in office today.</summary>
public sealed record UnitLiaison(short No, string Duty, string Title, Guid? StaffId, DateOnly From);

/// <param name="Warnings">What art. 5-m asks for and is missing, in Turkish.</param>
public sealed record UnitWithLiaisons(
    string UnitCode, string Name, string Institution, string Kind, int? DistrictCode, DateOnly? OpenedOn, DateOnly? ClosedOn,
    short LiaisonOfficersRequired, IReadOnlyList<UnitLiaison> LiaisonOfficers, IReadOnlyList<string> Warnings);

/// <summary>GET /v1/units: the province's units and other institutions with their liaison officers.</summary>
public sealed class ListUnits(SettingsDesk desk)
{
    sealed record UnitRow(string UnitCode, string Name, string Institution, string UnitKindCode, int? DistrictCode, DateOnly? OpenedOn, DateOnly? ClosedOn, short LiaisonOfficersRequired);
    sealed record LiaisonRow(string UnitCode, short OfficerNo, string Duty, string Title, Guid? StaffId, DateOnly FromOn);

    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, today) =>
    {
        var asked = new { province = (int)officer.ProvinceCode!, today };
        var liaisons = (await work.ListAsync<LiaisonRow>("Units/ListLiaisonOfficers.sql", asked)).ToLookup(l => l.UnitCode, StringComparer.Ordinal);
        var units = await work.ListAsync<UnitRow>("Units/ListUnits.sql", asked);
        return TypedResults.Ok(units.Select(u => new UnitWithLiaisons(
            u.UnitCode, u.Name, u.Institution, u.UnitKindCode, u.DistrictCode, u.OpenedOn, u.ClosedOn, u.LiaisonOfficersRequired,
            [.. liaisons[u.UnitCode].Select(l => new UnitLiaison(l.OfficerNo, l.Duty, l.Title, l.StaffId, l.FromOn))],
            u.ClosedOn <= today ? [] : Warnings(u.LiaisonOfficersRequired, liaisons[u.UnitCode].Count()))));
    }, stop);

    public static IReadOnlyList<string> Warnings(int required, int named) =>
        named < required ? [$"En az {required} irtibat görevlisi belirlenmeli (md. 5-m); şu anda {named}."] : [];
}
