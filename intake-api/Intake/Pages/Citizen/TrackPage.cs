using AcikKapi.Intake.Applications;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Citizen;

/// <summary>
/// Following an application: stages, why this due date, the answer, satisfaction, reopening. The number is typed into a form and never stands in an
/// address, so that neither the browser's history nor a proxy's log keeps it.
/// </summary>
public sealed class TrackPage(GetApplication get, ExplainDeadline explain, ReadAnswer read, RateApplication rate, ReopenApplication reopen)
{
    public static IResult Ask(bool kiosk) => Page.Of<TrackAsk>(new { Kiosk = kiosk, Form = FormState.Empty });

    public async Task<IResult> ShowAsync(bool kiosk, HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        return await ShowAsync(kiosk, form, new TrackView(), stop);
    }

    /// <summary>The answer, for whoever also knows the phone.</summary>
    public async Task<IResult> AnswerAsync(bool kiosk, HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        form = form.WithValue("phone", Phones.Normal(form["phone"]));
        var answer = await read.RunAsync(NumberOf(form), http.Becomes(FormJson.Of(form, "phone")), stop);
        return await ShowAsync(kiosk, form, answer is ProblemHttpResult problem
            ? new TrackView { AnswerForm = form.With(problem) } : new TrackView { Answer = Page.ValueOf<AnswerForApplicant>(answer) }, stop);
    }

    public async Task<IResult> RateAsync(bool kiosk, HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var answer = await rate.RunAsync(NumberOf(form), http.Becomes(FormJson.Of(form, "score")), stop);
        return await ShowAsync(kiosk, form, answer is ProblemHttpResult problem ? new TrackView { RateForm = form.With(problem) } : new TrackView { Done = "Değerlendirmeniz alındı. Teşekkür ederiz." }, stop);
    }

    public async Task<IResult> ReopenAsync(bool kiosk, HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var answer = await reopen.RunAsync(NumberOf(form), http.Becomes(FormJson.Of(form, "reason")), stop);
        return await ShowAsync(kiosk, form, answer is ProblemHttpResult problem ? new TrackView { ReopenForm = form.With(problem) } : new TrackView { Done = "İsteğiniz kaydedildi." }, stop);
    }

    async Task<IResult> ShowAsync(bool kiosk, FormState form, TrackView view, CancellationToken stop)
    {
        var number = NumberOf(form);
        var found = await get.RunAsync(number, stop);
        if (found is ProblemHttpResult problem)
            return Page.Of<TrackAsk>(new { Kiosk = kiosk, Form = form.WithError("trackingNumber", Sentences.Of(problem)) }, StatusCodes.Status404NotFound);
        var deadline = Page.ValueOf<DeadlineExplanation>(await explain.RunAsync(number, stop));
        return Page.Of<TrackResult>(new { Kiosk = kiosk, Progress = Page.ValueOf<ApplicationProgress>(found), Deadline = deadline, View = view });
    }

    /// <summary>As typed, without the blanks in which it is printed.</summary>
    static string NumberOf(FormState form) => new([.. form["trackingNumber"].Where(c => !char.IsWhiteSpace(c) && c != '-')]);
}

/// <summary>What was just done on the page of one application.</summary>
public sealed record TrackView
{
    public string? Done { get; init; }
    public AnswerForApplicant? Answer { get; init; }
    public FormState AnswerForm { get; init; } = FormState.Empty;
    public FormState RateForm { get; init; } = FormState.Empty;
    public FormState ReopenForm { get; init; } = FormState.Empty;
}
