using System.Text.Json.Nodes;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Attachments;
using AcikKapi.Intake.Bureaus;
using AcikKapi.Intake.Duplicates;
using AcikKapi.Intake.Routing;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.TipOffs;
using AcikKapi.Intake.Units;
using AcikKapi.Intake.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Staff;

/// <summary>What one form of an application's page does: which operation, with which fields.</summary>
/// <param name="Name">The last part of its address.</param>
public sealed record CaseAction(string Name, string[] Fields);

/// <summary>
/// One application at work: where it stands, what can be done by this officer now, and behind a reason that is logged its words. Every form goes through
/// the operation that programs call.
/// </summary>
public sealed class CasePage(
    ShowCase show, OpenWords words, RevealNationalId reveal, OpenAttachment file, RecordEvent record, AssignApplication assign, LinkApplications link, AskForVisit visit,
    MessageBox box, ExplainRouting explain, ListUnits units, ListPlaceStaff staff)
{
    public static readonly CaseAction Step = new("adim", ["event", "unitCode", "outcome", "answer", "managerInformed", "reasonCode", "reason", "importance", "provinceCode", "districtCode"]);
    public static readonly CaseAction Assign = new("gorevlendir", ["staffId"]);
    public static readonly CaseAction Link = new("bagla", ["to"]);
    public static readonly CaseAction Visit = new("ziyaret", ["kind", "districtCode", "note"]);
    public static readonly CaseAction Message = new("mesaj", ["text"]);

    public async Task<IResult> ShowAsync(string number, HttpContext http, CancellationToken stop) => await ShowAsync(number, http, new CaseView(), stop);

    public async Task<IResult> StepAsync(string number, HttpContext http, CancellationToken stop) =>
        await DoAsync(number, Step, http, json => record.RunAsync(number, http.Becomes(json), stop), stop);

    public async Task<IResult> AssignAsync(string number, HttpContext http, CancellationToken stop) =>
        await DoAsync(number, Assign, http, json => assign.RunAsync(number, http.Becomes(json), stop), stop);

    public async Task<IResult> LinkAsync(string number, HttpContext http, CancellationToken stop) => await DoAsync(number, Link, http, json =>
    {
        if ((string?)json["to"] is { } to) json["to"] = new string([.. to.Where(char.IsAsciiDigit)]);
        return link.RunAsync(number, http.Becomes(json), stop);
    }, stop);

    public async Task<IResult> VisitAsync(string number, HttpContext http, CancellationToken stop) => await DoAsync(number, Visit, http, json =>
    {
        json["trackingNumber"] = number;
        return visit.RunAsync(http.Becomes(json), stop);
    }, stop);

    public async Task<IResult> MessageAsync(string number, HttpContext http, CancellationToken stop) =>
        await DoAsync(number, Message, http, json => box.WriteAsync(number, http.Becomes(json), stop), stop);

    /// <summary>Words and applicant, shown in the answer to the form itself: no address leads to them.</summary>
    public async Task<IResult> OpenAsync(string number, HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var answer = await words.RunAsync(number, http.Becomes(FormJson.Of(form, "reason")), stop);
        if (answer is ProblemHttpResult problem) return await ShowAsync(number, http, new CaseView { Forms = { ["metin"] = form.With(problem) } }, stop);
        var view = new CaseView { Words = Page.ValueOf<OpenedApplication>(answer), Reason = form["reason"] };
        if (form["kimlik"] == "true")
            view = view with { NationalId = Page.ValueOf<RevealedNationalId>(await reveal.RunAsync(number, http.Becomes(FormJson.Of(form, "reason")), stop))?.NationalId };
        if (form.IsChecked("kutu", "true")) view = view with { Messages = Page.ValueOf<IEnumerable<BoxMessage>>(await box.OpenAsync(number, http.Becomes(FormJson.Of(form, "reason")), stop))?.ToList() };
        return await ShowAsync(number, http, view, stop);
    }

    public async Task<IResult> FileAsync(string number, int no, HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var answer = await file.RunAsync(number, no, http.Becomes(FormJson.Of(form, "reason")), stop);
        return answer is ProblemHttpResult problem ? await ShowAsync(number, http, new CaseView { Forms = { ["ek"] = form.With(problem) } }, stop) : answer;
    }

    async Task<IResult> DoAsync(string number, CaseAction action, HttpContext http, Func<JsonObject, Task<IResult>> operation, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var answer = await operation(FormJson.Of(form, action.Fields));
        // Several forms of a page record steps: which one it was is told by its step.
        var key = action == Step ? form["event"] : action.Name;
        if (answer is ProblemHttpResult problem) return await ShowAsync(number, http, new CaseView { Forms = { [key] = form.With(problem) } }, stop);
        // A step may take it out of this officer's sight: another unit's now, or sealed.
        var isSeen = await show.RunAsync(number, http, stop) is not ProblemHttpResult;
        return Page.To(isSeen ? $"/gorevli/basvurular/{number}?tamam=adim" : "/gorevli/sonra?tamam=adim");
    }

    async Task<IResult> ShowAsync(string number, HttpContext http, CaseView view, CancellationToken stop)
    {
        var answer = await show.RunAsync(number, http, stop);
        if (Page.ValueOf<ApplicationCase>(answer) is not { } found) return answer is ProblemHttpResult problem ? Page.Problem(problem) : answer;
        var canRoute = found.Next.Contains(LifeCycle.Routed) || found.Next.Contains(LifeCycle.Rerouted);
        var officer = AuthenticateStaff.Found(http)!;
        var asked = view with
        {
            Routing = found.Next.Contains(LifeCycle.Routed) ? Page.ValueOf<RoutingExplanation>(await explain.OfApplicationAsync(number, http, stop)) : null,
            Units = canRoute ? Page.ValueOf<IEnumerable<UnitWithLiaisons>>(await units.RunAsync(http, stop))?.Where(u => u.ClosedOn is null).ToList() ?? [] : [],
            Team = LifeCycle.IsPending(found.Status) && Authorization.SeesEverybodysWork(officer) ? Page.ValueOf<List<PlaceStaff>>(await staff.RunAsync(http, stop))?.Where(s => s.Duty is not null).ToList() ?? [] : [],
        };
        return Page.Of<CaseFile>(new { Case = found, View = asked, Officer = officer }, view.Forms.Values.Any(f => f.HasErrors) ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

/// <summary>What an application's page shows besides the case itself.</summary>
public sealed record CaseView
{
    /// <summary>Forms that were refused, by their key.</summary>
    public Dictionary<string, FormState> Forms { get; } = new(StringComparer.Ordinal);
    public OpenedApplication? Words { get; init; }
    public string? Reason { get; init; }
    public string? NationalId { get; init; }
    public IReadOnlyList<BoxMessage>? Messages { get; init; }
    public RoutingExplanation? Routing { get; init; }
    public IReadOnlyList<UnitWithLiaisons> Units { get; init; } = [];
    public IReadOnlyList<PlaceStaff> Team { get; init; } = [];

    public FormState FormOf(string key) => Forms.GetValueOrDefault(key, FormState.Empty);
}
