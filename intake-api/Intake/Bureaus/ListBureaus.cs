using AcikKapi.Intake.Settings;

namespace AcikKapi.Intake.Bureaus;

/// <summary>In the team today.</summary>
public sealed record TeamMember(Guid StaffId, string Duty, bool Coordinator, DateOnly From, decimal Weight, string[] Kinds, string[] Headings);

/// <param name="Warnings">What art. 6 asks for and is missing, in Turkish.</param>
public sealed record BureauWithTeam(
    string BureauCode, string Name, int? DistrictCode, DateOnly OpenedOn, DateOnly? ClosedOn, IReadOnlyList<TeamMember> Team, IReadOnlyList<string> Warnings);

/// <summary>GET /v1/bureaus: the province's bureaus, open and closed, with their teams.</summary>
public sealed class ListBureaus(SettingsDesk desk)
{
    const int SmallestTeam = 5;

    sealed record BureauRow(string BureauCode, string Name, int? DistrictCode, DateOnly OpenedOn, DateOnly? ClosedOn);

    // Properties, not parameters: Dapper finds no constructor for arrays.
    sealed record MemberRow
    {
        public string BureauCode { get; init; } = "";
        public Guid StaffId { get; init; }
        public string Duty { get; init; } = "";
        public bool IsCoordinator { get; init; }
        public DateOnly FromOn { get; init; }
        public decimal Weight { get; init; }
        public string[] KindCodes { get; init; } = [];
        public string[] HeadingCodes { get; init; } = [];
    }

    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, today) =>
    {
        var asked = new { province = (int)officer.ProvinceCode!, today };
        var members = (await work.ListAsync<MemberRow>("Bureaus/ListTeams.sql", asked)).ToLookup(m => m.BureauCode, StringComparer.Ordinal);
        var bureaus = await work.ListAsync<BureauRow>("Bureaus/ListBureaus.sql", asked);
        return TypedResults.Ok(bureaus.Select(b => new BureauWithTeam(
            b.BureauCode, b.Name, b.DistrictCode, b.OpenedOn, b.ClosedOn,
            [.. members[b.BureauCode].Select(m => new TeamMember(m.StaffId, m.Duty, m.IsCoordinator, m.FromOn, m.Weight, m.KindCodes, m.HeadingCodes))],
            b.OpenedOn > today || b.ClosedOn <= today ? [] : [.. Warnings(members[b.BureauCode].Count(), members[b.BureauCode].Count(m => m.IsCoordinator))])));
    }, stop);

    public static IEnumerable<string> Warnings(int members, int coordinators)
    {
        if (members < SmallestTeam) yield return $"Büroda en az {SmallestTeam} görevli bulunmalı (md. 6); şu anda {members}.";
        if (coordinators != 1) yield return $"Görevlilerden biri koordinatör olmalı (md. 6); şu anda {coordinators}.";
    }
}
