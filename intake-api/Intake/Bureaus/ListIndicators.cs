using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Bureaus;

/// <param name="Pseudonym">The first letters of a keyed one: an officer is not named here (art. 4-2-d).</param>
/// <param name="Cases">Applications worked on in the <paramref name="Days"/> up to <paramref name="AsOf"/>; 30 at least.</param>
/// <param name="Index100">By the ministry's weights; 100 is the country's work on the same subjects, above is better; null: the set in force weighs neither.</param>
/// <param name="ExpectedLateAnswers">Had each subject been answered as late as in the whole country.</param>
public sealed record OfficerIndicator(
    string Pseudonym, string RoleCode, DateOnly AsOf, int Days, int Cases, int Answers, int LateAnswers, float ExpectedLateAnswers, int ReopenedAnswers, float ExpectedReopenedAnswers, int? Index100);

/// <summary>GET /v1/bureaus/indicators: what the night found of the own team's work, for its coordinator alone.</summary>
public sealed class ListIndicators(SettingsDesk desk)
{
    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, today) =>
        TypedResults.Ok(await work.ListAsync<OfficerIndicator>("Bureaus/ListIndicators.sql", new { province = (int)officer.ProvinceCode!, ownDistrict = officer.DistrictCode, today })),
        stop, Authorization.ToSeeIndicators);
}
