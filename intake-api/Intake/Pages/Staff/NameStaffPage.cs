using AcikKapi.Intake.Bureaus;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.Units;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Staff;

/// <summary>The executive names the place's staff and coordinator, grants and withdraws roles; every change is in the log below.</summary>
public sealed class NameStaffPage(ListPlaceStaff list, NameStaff name, PutTeamMember team, ListUnits units, ListSettingsChanges log)
{
    public Task<IResult> ShowAsync(HttpContext http, CancellationToken stop) => ShowAsync(http, "", FormState.Empty, null, stop);

    public async Task<IResult> AddAsync(HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var answer = await name.AddAsync(http.Becomes(FormJson.Of(form, "role", "unitCode", "signInName", "fullName")), stop);
        return Page.ValueOf<StaffReceipt>(answer) is { } receipt ? await ShowAsync(http, "", FormState.Empty, new NewCode(form["fullName"], receipt.EnrolmentCode!), stop) : await RefusedAsync(http, "yeni", form, answer, stop);
    }

    public async Task<IResult> EnrolAsync(Guid id, HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var answer = await name.EnrolAsync(id, http.Becomes([]), stop);
        return Page.ValueOf<StaffReceipt>(answer) is { } receipt ? await ShowAsync(http, "", FormState.Empty, new NewCode(form["ad"], receipt.EnrolmentCode!), stop) : await RefusedAsync(http, id.ToString(), form, answer, stop);
    }

    public async Task<IResult> ChangeAsync(Guid id, HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        return await AfterAsync(http, id, form, await name.ChangeAsync(id, http.Becomes(FormJson.Of(form, "role", "unitCode")), stop), "gorevli", stop);
    }

    public async Task<IResult> CloseAsync(Guid id, HttpContext http, CancellationToken stop) =>
        await AfterAsync(http, id, FormState.Empty, await name.DisableAsync(id, http.Becomes([]), stop), "kapatildi", stop);

    public async Task<IResult> OpenAsync(Guid id, HttpContext http, CancellationToken stop) =>
        await AfterAsync(http, id, FormState.Empty, await name.EnableAsync(id, http.Becomes([]), stop), "acildi", stop);

    /// <summary>In the bureau's team, with a duty; its coordinator or not.</summary>
    public async Task<IResult> TeamAsync(Guid id, HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var officer = AuthenticateStaff.Found(http)!;
        var bureau = officer.DistrictCode is null ? $"{officer.ProvinceCode}" : $"{officer.ProvinceCode}-{officer.DistrictCode}";
        return await AfterAsync(http, id, form, await team.RunAsync(bureau, id, http.Becomes(FormJson.Of(form, "duty", "coordinator", "weight")), stop), "gorevli", stop);
    }

    Task<IResult> AfterAsync(HttpContext http, Guid id, FormState form, IResult answer, string notice, CancellationToken stop) =>
        answer is ProblemHttpResult ? RefusedAsync(http, id.ToString(), form, answer, stop) : Task.FromResult(Page.To($"/gorevli/gorevliler?tamam={notice}"));

    Task<IResult> RefusedAsync(HttpContext http, string key, FormState form, IResult answer, CancellationToken stop) =>
        answer is ProblemHttpResult problem ? ShowAsync(http, key, form.With(problem), null, stop) : Task.FromResult(answer);

    async Task<IResult> ShowAsync(HttpContext http, string key, FormState form, NewCode? code, CancellationToken stop) => Page.Of<StaffList>(new
    {
        Key = key, Form = form, Code = code, Officer = AuthenticateStaff.Found(http)!,
        Staff = Page.ValueOf<List<PlaceStaff>>(await list.RunAsync(http, stop)) ?? [],
        Units = Page.ValueOf<IEnumerable<UnitWithLiaisons>>(await units.RunAsync(http, stop))?.Where(u => u.ClosedOn is null).ToList() ?? [],
        Log = Page.ValueOf<IEnumerable<LoggedChange>>(await log.RunAsync(null, http, stop))?.Where(c => c.Subject is "staff" or "bureau_team").Take(20).ToList() ?? [],
    }, form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}

/// <summary>Shown once.</summary>
public sealed record NewCode(string Name, string Code);
