using System.Text.Json;
using System.Text.Json.Nodes;
using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Duplicates;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Suggestions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Citizen;

/// <summary>
/// Applying, step by step. What was typed travels in the form, so the server keeps nothing until it is sent; each step's fields are
/// checked by the rules of the submission itself. The key is made once, so that a second send is the first's receipt.
/// </summary>
public sealed class ApplyPage(SubmitApplication submit, FindDuplicates duplicates, TimeProvider time, ISuggestTypes suggest)
{
    public static IResult Show(ApplyFlow flow) => Step(flow, ApplySteps.Story, FormState.Empty.WithValue("idempotencyKey", Guid.NewGuid().ToString()));

    public async Task<IResult> PostAsync(ApplyFlow flow, HttpContext http, CancellationToken stop)
    {
        var form = Read(flow, await http.Request.ReadFormAsync(stop));
        var (step, to) = (form["adim"], form["git"]);
        if (!ApplySteps.IsStep(step)) return Show(flow);
        if (ApplySteps.IsStep(to)) return await ShowAsync(flow, to, form, http, stop); // back, or another look
        if (to == "yenile") return Step(flow, step, form); // the next list of places, without scripts
        var checkedForm = Check(flow, step, form);
        if (checkedForm.HasErrors) return Step(flow, step, checkedForm);
        return step == ApplySteps.Check ? await SendAsync(flow, form, http, stop) : await ShowAsync(flow, ApplySteps.After(step), form, http, stop);
    }

    async Task<IResult> ShowAsync(ApplyFlow flow, string step, FormState form, HttpContext http, CancellationToken stop) => step switch
    {
        ApplySteps.Type => Page.Of<ApplyType>(new { Flow = flow, Form = form, Suggestions = Suggest(form) }),
        ApplySteps.Check => Page.Of<ApplyCheck>(new { Flow = flow, Form = form, Similar = await LookAsync(flow, form, http, stop) }),
        _ => Step(flow, step, form),
    };

    static IResult Step(ApplyFlow flow, string step, FormState form)
    {
        var status = form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return step switch
        {
            ApplySteps.Place => Page.Of<ApplyPlace>(new { Flow = flow, Form = form }, status),
            ApplySteps.Type => Page.Of<ApplyType>(new { Flow = flow, Form = form, Suggestions = Array.Empty<TypeSuggestion>() }, status),
            ApplySteps.Person => Page.Of<ApplyPerson>(new { Flow = flow, Form = form }, status),
            ApplySteps.Check => Page.Of<ApplyCheck>(new { Flow = flow, Form = form, Similar = (DuplicateAnswer?)null }, status),
            _ => Page.Of<ApplyStory>(new { Flow = flow, Form = form }, status),
        };
    }

    async Task<IResult> SendAsync(ApplyFlow flow, FormState form, HttpContext http, CancellationToken stop)
    {
        http.Request.Headers[IdempotencyKey.Header] = form["idempotencyKey"];
        var answer = await submit.RunAsync(http.Becomes(Submission(flow, form)), stop);
        return answer switch
        {
            ContentHttpResult { ResponseContent: { } json } => Page.Of<ApplyReceipt>(new { Flow = flow, Receipt = JsonSerializer.Deserialize<SubmissionReceipt>(json, IntakeJson.Options)! }, StatusCodes.Status201Created),
            ProblemHttpResult problem => Step(flow, ApplySteps.Check, form.With(problem)),
            _ => answer,
        };
    }

    /// <summary>The step's own fields by the rules of the whole submission.</summary>
    FormState Check(ApplyFlow flow, string step, FormState form)
    {
        var errors = new FieldErrors();
        var json = JsonSerializer.SerializeToElement(Submission(flow, form));
        ReadSubmission.From(new JsonFields(json, "", errors), IstanbulTime.DayOf(time.GetUtcNow()));
        var own = errors.All.Where(e => ApplySteps.Asks(step, e.Field)).ToList();
        if (step == ApplySteps.Place && own.Count == 0 && form["location.districtCode"].Length == 0) form = form.WithError("location.districtCode", "İlçenizi seçin.");
        return own.Aggregate(form, (state, error) => state.WithError(error.Field, error.Sentence));
    }

    static JsonObject Submission(ApplyFlow flow, FormState form)
    {
        var isNamed = !flow.IsTipOff || form["kimlik"] == "var";
        var json = FormJson.Of(form, [.. ApplySteps.AllFields.Where(name => isNamed || !name.StartsWith("applicant.", StringComparison.Ordinal))]);
        json["channel"] = flow.Channel;
        if (flow.Kind is not null) json["kind"] = flow.Kind;
        if (!isNamed) json.Remove("notify"); // nobody to tell
        return json;
    }

    IReadOnlyList<TypeSuggestion> Suggest(FormState form) =>
        form.Number("location.provinceCode") is { } province ? suggest.For(province, form.Number("location.districtCode"), form["subject"], form["text"]) : [];

    /// <summary>Whether the like was written before; of a tip-off nothing is asked.</summary>
    async Task<DuplicateAnswer?> LookAsync(ApplyFlow flow, FormState form, HttpContext http, CancellationToken stop)
    {
        if (flow.IsTipOff) return null;
        var question = FormJson.Of(form, "subject", "text", "location.provinceCode", "location.districtCode", "location.neighbourhood");
        (question["nationalId"], question["phone"]) = (form["applicant.nationalId"], form["applicant.phone"]);
        return Page.ValueOf<DuplicateAnswer>(await duplicates.RunAsync(http.Becomes(question), stop));
    }

    static FormState Read(ApplyFlow flow, IFormCollection sent)
    {
        var form = FormState.Of(sent);
        form = form.WithValue("applicant.phone", Phones.Normal(form["applicant.phone"])).WithValue("applicant.nationalId", form["applicant.nationalId"].Trim());
        if (form["baskaTur"].Length > 0) form = form.WithValue("typeCode", form["baskaTur"]); // chosen from the whole list
        return flow.Kind is null ? form : form.WithValue("kind", flow.Kind);
    }
}
