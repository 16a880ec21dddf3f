using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.Visits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Staff;

/// <summary>Escorts and field visits: a field officer's own on a telephone; the bureau asks, plans and cancels, the executive orders.</summary>
public sealed class VisitsPage(ListVisits list, AskForVisit ask, PlanVisit plan, EndVisit end, ListPlaceStaff staff, TimeProvider time)
{
    public Task<IResult> ShowAsync(HttpContext http, CancellationToken stop) => ShowAsync(http, "", FormState.Empty, stop);

    public async Task<IResult> AskAsync(HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var json = FormJson.Of(form, "kind", "trackingNumber", "districtCode", "note");
        if ((string?)json["trackingNumber"] is { } number) json["trackingNumber"] = new string([.. number.Where(char.IsAsciiDigit)]);
        return await AfterAsync("yeni", form, await ask.RunAsync(http.Becomes(json), stop), http, stop);
    }

    public async Task<IResult> PlanAsync(Guid id, HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var json = FormJson.Of(form, "staffId", "minutes");
        // Of the two fields a browser gives without scripts, an instant of Istanbul.
        if (DateTime.TryParse($"{form["gun"]} {form["saat"]}", CultureInfo.InvariantCulture, out var local))
            json["startsAt"] = new DateTimeOffset(local, IstanbulTime.Zone.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        return await AfterAsync(id.ToString(), form, await plan.RunAsync(id, http.Becomes(json), stop), http, stop);
    }

    public async Task<IResult> ResultAsync(Guid id, HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        return await AfterAsync(id.ToString(), form, await end.ResultAsync(id, http.Becomes(FormJson.Of(form, "result", "minutesSpent", "note")), stop), http, stop);
    }

    public async Task<IResult> CancelAsync(Guid id, HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        return await AfterAsync(id.ToString(), form, await end.CancelAsync(id, http.Becomes(FormJson.Of(form, "note")), stop), http, stop);
    }

    Task<IResult> AfterAsync(string key, FormState form, IResult answer, HttpContext http, CancellationToken stop) =>
        answer is ProblemHttpResult problem ? ShowAsync(http, key, form.With(problem), stop) : Task.FromResult(Page.To("/gorevli/ziyaretler?tamam=ziyaret"));

    async Task<IResult> ShowAsync(HttpContext http, string key, FormState form, CancellationToken stop)
    {
        var officer = AuthenticateStaff.Found(http)!;
        var today = IstanbulTime.DayOf(time.GetUtcNow());
        var found = Page.ValueOf<IEnumerable<Visit>>(await list.RunAsync(Text(today.AddDays(-14)), Text(today.AddDays(60)), http, stop))?.ToList() ?? [];
        var names = Authorization.ToWatchBureau(officer) is null ? Page.ValueOf<List<PlaceStaff>>(await staff.RunAsync(http, stop)) ?? [] : [];
        return Page.Of<VisitList>(new { Officer = officer, Visits = found, Staff = names, Key = key, Form = form, Today = today }, form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
