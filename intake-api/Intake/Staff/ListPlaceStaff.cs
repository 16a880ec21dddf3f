using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;

namespace AcikKapi.Intake.Staff;

/// <param name="FullName">Null for a program's account.</param>
/// <param name="Enrolled">Has a password, or the provider signs them in.</param>
/// <param name="Duty">In the bureau's team; null: not in it today.</param>
public sealed record PlaceStaff(Guid StaffId, string? SignInName, string? FullName, string Role, string? UnitCode, string? UnitName, bool Enrolled, bool SecondFactor, bool Closed, string? Duty, bool Coordinator);

/// <summary>GET /v1/staff: the accounts of the own place.</summary>
public sealed class ListPlaceStaff(SettingsDesk desk)
{
    sealed record Row(Guid StaffId, string? SignInName, string? FullName, string RoleCode, string? UnitCode, string? UnitName, bool IsEnrolled, bool HasSecondFactor, bool IsClosed, string? Duty, bool IsCoordinator);

    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, today) =>
    {
        var rows = await work.ListAsync<Row>("Staff/ListPlaceStaff.sql", new { province = (int)officer.ProvinceCode!, district = officer.DistrictCode, today });
        return TypedResults.Ok(rows.Select(r => new PlaceStaff(r.StaffId, r.SignInName, r.FullName, r.RoleCode, r.UnitCode, r.UnitName, r.IsEnrolled, r.HasSecondFactor, r.IsClosed, r.Duty, r.IsCoordinator)).ToList());
    }, stop, Authorization.ToWatchBureau);
}
