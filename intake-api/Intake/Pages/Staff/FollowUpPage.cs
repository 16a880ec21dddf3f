using AcikKapi.Intake.Applications;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Staff;

/// <summary>What the executive directs and follows up: special and confidential applications, what waits for a decision first.</summary>
public sealed class FollowUpPage(ListFollowUps list)
{
    public async Task<IResult> ShowAsync(HttpContext http, CancellationToken stop) => await list.RunAsync(http, stop) switch
    {
        ProblemHttpResult problem => Page.Problem(problem),
        var answer => Page.Of<FollowUpList>(new { Found = Page.ValueOf<IEnumerable<FollowUp>>(answer)!.ToList() }),
    };
}
