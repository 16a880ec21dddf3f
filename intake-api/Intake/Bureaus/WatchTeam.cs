using AcikKapi.Intake.Clock;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Bureaus;

/// <param name="Name">Of the person, for the own place only; null for a program's account.</param>
/// <param name="Open">Applications in hand; <paramref name="DueSoon"/> and <paramref name="Overdue"/> of them by the applicant's clock.</param>
public sealed record TeamLoad(Guid StaffId, string? Name, string Role, string Duty, bool Coordinator, decimal Weight, int Open, int DueSoon, int Overdue);

/// <param name="Unowned">Open applications of the bureau in nobody's hand.</param>
public sealed record BureauLoad(string BureauCode, string Name, int Open, int Overdue, int Unowned, IReadOnlyList<TeamLoad> Team, IReadOnlyList<string> Warnings);

/// <summary>GET /v1/bureaus/load: who has how much in hand and what is late, bureau by bureau of the own place (art. 5-ğ, 5-j).</summary>
public sealed class WatchTeam(SettingsDesk desk)
{
    sealed record BureauRow(string BureauCode, string Name, int Open, int Overdue, int Unowned);

    sealed record MemberRow(string BureauCode, Guid StaffId, string? FullName, string RoleCode, string Duty, bool IsCoordinator, decimal Weight, int Open, int DueSoon, int Overdue);

    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, today) =>
    {
        var province = (int)officer.ProvinceCode!;
        var asked = new { province, ownDistrict = officer.DistrictCode, today, soon = (await Calendars.InsideAsync(work)).Of(province).Deadline(today, 2) };
        var members = (await work.ListAsync<MemberRow>("Bureaus/TeamLoad.sql", asked)).ToLookup(m => m.BureauCode, StringComparer.Ordinal);
        var bureaus = await work.ListAsync<BureauRow>("Bureaus/BureauLoad.sql", asked);
        return TypedResults.Ok(bureaus.Select(b => new BureauLoad(b.BureauCode, b.Name, b.Open, b.Overdue, b.Unowned,
            [.. members[b.BureauCode].Select(m => new TeamLoad(m.StaffId, m.FullName, m.RoleCode, m.Duty, m.IsCoordinator, m.Weight, m.Open, m.DueSoon, m.Overdue))],
            [.. ListBureaus.Warnings(members[b.BureauCode].Count(), members[b.BureauCode].Count(m => m.IsCoordinator))])).ToList());
    }, stop, Authorization.ToWatchBureau);
}
