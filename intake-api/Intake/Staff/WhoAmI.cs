using AcikKapi.Intake.Http;

namespace AcikKapi.Intake.Staff;

/// <param name="ProvinceCode">Null for the ministry's.</param>
public sealed record OwnAccount(Guid StaffId, string Role, int? ProvinceCode, int? DistrictCode, string? UnitCode);

/// <summary>GET /v1/me: whose token or cookie this is; how another program of the home (the workbench) learns that a session still holds.</summary>
public sealed class WhoAmI(AuthenticateStaff staff)
{
    public async Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => await staff.FromAsync(http.Request, stop) is { } officer
        ? TypedResults.Ok(new OwnAccount(officer.StaffId, officer.RoleCode, officer.ProvinceCode, officer.DistrictCode, officer.UnitCode))
        : Problems.Refused(Authorization.ToSeeSettings(null)!);
}
