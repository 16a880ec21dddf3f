using System.Text.Json;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Duplicates;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Pages.Citizen;
using AcikKapi.Intake.Routing;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.Suggestions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Staff;

/// <summary>The desk records what is told or handed in: one page; a look at type, duplicates and routing first, if wished; what is recorded without a connection is sent later under its own key.</summary>
public sealed class RecordPage(SubmitApplication submit, FindDuplicates duplicates, ExplainRouting explain, ISuggestTypes suggest)
{
    public static IResult Show(HttpContext http) => Page.Of<RecordForm>(new { Officer = AuthenticateStaff.Found(http)!, Form = Fresh(), Look = (RecordLook?)null });

    public async Task<IResult> PostAsync(HttpContext http, CancellationToken stop)
    {
        var form = Read(await http.Request.ReadFormAsync(stop));
        var officer = AuthenticateStaff.Found(http)!;
        if (form["git"] == "denetle") return Page.Of<RecordForm>(new { Officer = officer, Form = form, Look = await LookAsync(form, officer, http, stop) });
        return await SendAsync(form, officer, http, stop) switch
        {
            ContentHttpResult { ResponseContent: { } json } => Page.Of<RecordReceipt>(new { Receipt = JsonSerializer.Deserialize<SubmissionReceipt>(json, IntakeJson.Options)! }, StatusCodes.Status201Created),
            ProblemHttpResult problem => Page.Of<RecordForm>(new { Officer = officer, Form = form.With(problem), Look = (RecordLook?)null }, StatusCodes.Status422UnprocessableEntity),
            var other => other,
        };
    }

    /// <summary>One of the browser's queue: answered as a program is, with the receipt or with what is wrong.</summary>
    public async Task<IResult> QueuedAsync(HttpContext http, CancellationToken stop) =>
        await SendAsync(Read(await http.Request.ReadFormAsync(stop)), AuthenticateStaff.Found(http)!, http, stop);

    Task<IResult> SendAsync(FormState form, StaffMember officer, HttpContext http, CancellationToken stop)
    {
        http.Request.Headers[IdempotencyKey.Header] = form["idempotencyKey"];
        var isNamed = form["kind"] != Submission.TipOff || form["applicant.nationalId"].Length > 0 || form["applicant.lastName"].Length > 0;
        var json = FormJson.Of(form, [.. ApplySteps.AllFields.Where(name => isNamed || !name.StartsWith("applicant.", StringComparison.Ordinal)), "channel"]);
        if (!isNamed) json.Remove("notify");
        FormJson.In(json, "location")["provinceCode"] = officer.ProvinceCode;
        return submit.RunAsync(http.Becomes(json), stop);
    }

    async Task<RecordLook> LookAsync(FormState form, StaffMember officer, HttpContext http, CancellationToken stop)
    {
        var question = FormJson.Of(form, "subject", "text", "location.districtCode", "location.neighbourhood");
        FormJson.In(question, "location")["provinceCode"] = officer.ProvinceCode;
        (question["nationalId"], question["phone"]) = (form["applicant.nationalId"] is { Length: > 0 } id ? id : null, form["applicant.phone"] is { Length: > 0 } phone ? phone : null);
        var similar = form["text"].Length == 0 || form["kind"] == Submission.TipOff ? null : Page.ValueOf<DuplicateAnswer>(await duplicates.RunAsync(http.Becomes(question), stop));
        var trial = FormJson.Of(form, "kind", "typeCode", "stateOfEmergency", "confidential");
        if (form.Number("location.districtCode") is { } district) trial["districtCode"] = district;
        var routing = form["kind"].Length == 0 ? null : Page.ValueOf<RoutingExplanation>(await explain.TryAsync(http.Becomes(trial), stop));
        var types = form["text"].Length > 0 && officer.ProvinceCode is { } province ? suggest.For(province, form.Number("location.districtCode"), form["subject"], form["text"]) : [];
        return new RecordLook(similar, routing, types);
    }

    static FormState Fresh() => FormState.Empty.WithValue("idempotencyKey", Guid.NewGuid().ToString()).WithValue("channel", "desk_oral");

    static FormState Read(IFormCollection sent)
    {
        var form = FormState.Of(sent);
        if (form["oneriTur"].Length > 0) form = form.WithValue("typeCode", form["oneriTur"]);
        return form.WithValue("applicant.phone", Phones.Normal(form["applicant.phone"]));
    }
}

/// <summary>What is known before something is recorded.</summary>
public sealed record RecordLook(DuplicateAnswer? Similar, RoutingExplanation? Routing, IReadOnlyList<TypeSuggestion> Types);
