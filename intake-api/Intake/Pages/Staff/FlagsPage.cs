using AcikKapi.Intake.Flags;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Staff;

/// <summary>What the nights flagged, and the form in which an analyst or the executive decides on each.</summary>
public sealed class FlagsPage(ListFlags list, GiveVerdict give)
{
    public Task<IResult> ShowAsync(HttpContext http, CancellationToken stop) => ShowAsync(http, FormState.Empty, stop);

    public async Task<IResult> DecideAsync(HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var answer = await give.RunAsync(http.Becomes(FormJson.Of(form, "flagId", "verdict", "reason", "measure", "measuredOn", "note")), stop);
        return answer is ProblemHttpResult problem ? await ShowAsync(http, form.With(problem), stop) : Page.To("/gorevli/isaretler?tamam=karar");
    }

    async Task<IResult> ShowAsync(HttpContext http, FormState form, CancellationToken stop) => await list.RunAsync(http, stop) switch
    {
        ProblemHttpResult problem => Page.Problem(problem),
        var answer => Page.Of<FlagList>(new { Found = Page.ValueOf<List<FoundFlag>>(answer)!, Form = form }, form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK),
    };
}
