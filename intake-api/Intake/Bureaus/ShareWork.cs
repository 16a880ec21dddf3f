using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Settings;

namespace AcikKapi.Intake.Bureaus;

/// <param name="Shared">Applications that got an owner now.</param>
/// <param name="Left">Without one: nobody of the team takes their kind or heading.</param>
public sealed record SharedWork(int Shared, int Left);

/// <summary>POST /v1/bureaus/{code}/share: every open application of the bureau without an owner gets one (art. 5-ç). Sealed ones never.</summary>
public sealed class ShareWork(SettingsDesk desk)
{
    sealed record Unowned(long ApplicationId, string KindCode, string? TypeCode);

    // Properties, not parameters: Dapper finds no constructor for arrays.
    sealed record Member
    {
        public Guid StaffId { get; init; }
        public decimal Weight { get; init; }
        public string[] KindCodes { get; init; } = [];
        public string[] HeadingCodes { get; init; } = [];
        public int Open { get; init; }
    }

    public Task<IResult> RunAsync(string bureau, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var asked = new { bureau, province = change.Province, ownDistrict = change.District, today = change.Today };
        if (await change.Work.FindAsync<string>("Bureaus/LockBureau.sql", asked) is null) return null; // two at a time would give one application two owners
        var team = (await change.Work.ListAsync<Member>("Bureaus/TeamWithWork.sql", asked)).Select(m => new Worker(m.StaffId, m.Weight, m.KindCodes, m.HeadingCodes, m.Open)).ToList();
        var unowned = (await change.Work.ListAsync<Unowned>("Bureaus/UnownedApplications.sql", asked)).Select(a => new UnownedApplication(a.ApplicationId, a.KindCode, HeadingOf(a.TypeCode))).ToList();
        var shared = WorkShare.Of(unowned, team);
        await change.Work.ExecuteAsync("Bureaus/Assign.sql", new
        {
            province = change.Province, applications = shared.Select(s => s.ApplicationId).ToArray(), staff = shared.Select(s => s.StaffId).ToArray(),
            automatic = true, role = change.By.RoleCode, actor = change.By.Pseudonym,
        });
        return TypedResults.Ok(new SharedWork(shared.Count, unowned.Count - shared.Count));
    }, stop);

    static string? HeadingOf(string? type) => type is null ? null : Vocabulary.Current.Types.Find(type)?.HeadingCode;
}
