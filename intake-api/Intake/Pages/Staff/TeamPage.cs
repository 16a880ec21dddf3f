using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Bureaus;
using AcikKapi.Intake.Notifications;
using AcikKapi.Intake.Referrals;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Staff;

/// <summary>The bureau at work: who has how much, what is late, what is nobody's, messages that could not be sent, rejections and their appeals.</summary>
public sealed class TeamPage(WatchTeam watch, ListIndicators indicators, ShareWork share, ListStuckMessages stuck, RetryMessage retry, CountRejections rejections, CountReferrals referrals, TimeProvider time)
{
    public async Task<IResult> ShowAsync(HttpContext http, CancellationToken stop)
    {
        var answer = await watch.RunAsync(http, stop);
        if (answer is ProblemHttpResult problem) return Page.Problem(problem);
        var today = IstanbulTime.DayOf(time.GetUtcNow());
        var (from, to) = (Text(today.AddDays(-90)), Text(today));
        return Page.Of<TeamBoard>(new
        {
            Bureaus = Page.ValueOf<List<BureauLoad>>(answer)!,
            Indicators = Page.ValueOf<IEnumerable<OfficerIndicator>>(await indicators.RunAsync(http, stop))?.ToList(),
            Stuck = Page.ValueOf<IEnumerable<StuckMessage>>(await stuck.RunAsync(http, stop))?.ToList() ?? [],
            Rejections = Page.ValueOf<IEnumerable<RejectionCount>>(await rejections.RunAsync(from, to, http, stop))?.ToList() ?? [],
            Referrals = Page.ValueOf<IReadOnlyList<ReferralCount>>(await referrals.RunAsync(from, to, http, stop)) ?? [],
        });
    }

    public async Task<IResult> ShareAsync(string bureau, HttpContext http, CancellationToken stop) =>
        await share.RunAsync(bureau, http.Becomes([]), stop) is ProblemHttpResult problem ? Page.Problem(problem) : Page.To("/gorevli/ekip?tamam=paylasildi");

    public async Task<IResult> RetryAsync(long id, HttpContext http, CancellationToken stop) =>
        await retry.RunAsync(id, http, stop) is ProblemHttpResult problem ? Page.Problem(problem) : Page.To("/gorevli/ekip?tamam=kaydedildi");

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
