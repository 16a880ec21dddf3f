using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Clock;
using AcikKapi.Intake.Performance;
using AcikKapi.Intake.Routing;
using AcikKapi.Intake.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Staff;

/// <summary>What the ministry, and for its province the governor, sets: criteria, administrative leave, states of emergency.</summary>
public sealed class SettingsPages(PerformanceCriteria criteria, ListLeave leave, ChangeLeave change, DeclareEmergency emergencies, TimeProvider time)
{
    public Task<IResult> CriteriaAsync(HttpContext http, CancellationToken stop) => CriteriaAsync(http, FormState.Empty, stop);

    public async Task<IResult> PutCriteriaAsync(HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var answer = await criteria.PutAsync(http.Becomes(FormJson.Of(form, [.. PerformanceCriteria.Names.Keys.Select(code => $"weights.{code}"), "note"])), stop);
        return answer is ProblemHttpResult problem ? await CriteriaAsync(http, form.With(problem), stop) : Page.To("/gorevli/olcutler?tamam=olcut");
    }

    async Task<IResult> CriteriaAsync(HttpContext http, FormState form, CancellationToken stop) =>
        Page.Of<CriteriaSets>(new { Form = form, Sets = Page.ValueOf<List<CriteriaSet>>(await criteria.ListAsync(http, stop)) ?? [] }, Status(form));

    public Task<IResult> LeaveAsync(HttpContext http, CancellationToken stop) => LeaveAsync(http, FormState.Empty, stop);

    public async Task<IResult> AddLeaveAsync(HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var json = FormJson.Of(form, "date", "reason");
        if (AuthenticateStaff.Found(http)!.ProvinceCode is { } own) json["provinceCode"] = own;
        else if (int.TryParse(form["provinceCode"], CultureInfo.InvariantCulture, out var province)) json["provinceCode"] = province;
        var answer = await change.AddAsync(http.Becomes(json), stop);
        return answer is ProblemHttpResult problem ? await LeaveAsync(http, form.With(problem), stop) : Page.To("/gorevli/izinler?tamam=izin");
    }

    public async Task<IResult> WithdrawLeaveAsync(Guid id, HttpContext http, CancellationToken stop) =>
        await change.WithdrawAsync(id, http, stop) is ProblemHttpResult problem ? await LeaveAsync(http, FormState.Empty.With(problem), stop) : Page.To("/gorevli/izinler?tamam=izin");

    async Task<IResult> LeaveAsync(HttpContext http, FormState form, CancellationToken stop) => Page.Of<LeaveList>(new
    {
        Form = form, Officer = AuthenticateStaff.Found(http)!, Leave = Page.ValueOf<IEnumerable<LeaveDay>>(await leave.RunAsync(stop))!.ToList(),
        Holidays = HolidaysOf(IstanbulTime.DayOf(time.GetUtcNow()).Year),
    }, Status(form));

    public Task<IResult> EmergenciesAsync(HttpContext http, CancellationToken stop) => EmergenciesAsync(http, FormState.Empty, stop);

    public async Task<IResult> DeclareAsync(HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        var province = ProvinceOf(http, form["provinceCode"]);
        if (!DateOnly.TryParseExact(form["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)) return await EmergenciesAsync(http, form.WithError("from", "İlk günü seçin."), stop);
        var answer = await emergencies.RunAsync(province, from, http.Becomes(FormJson.Of(form, "until", "note")), stop);
        return answer is ProblemHttpResult problem ? await EmergenciesAsync(http, form.With(problem), stop) : Page.To($"/gorevli/ohal?il={province}&tamam=ohal");
    }

    async Task<IResult> EmergenciesAsync(HttpContext http, FormState form, CancellationToken stop)
    {
        var province = ProvinceOf(http, form["provinceCode"].Length > 0 ? form["provinceCode"] : http.Request.Query["il"]);
        var found = Page.ValueOf<List<Emergency>>(await emergencies.ListAsync(province, http, stop)) ?? [];
        return Page.Of<EmergencyList>(new { Form = form, Province = province, Officer = AuthenticateStaff.Found(http)!, Found = found }, Status(form));
    }

    /// <summary>The own province; the ministry's staff choose.</summary>
    static int ProvinceOf(HttpContext http, string? chosen) =>
        AuthenticateStaff.Found(http)!.ProvinceCode ?? (int.TryParse(chosen, CultureInfo.InvariantCulture, out var province) && Vocabulary.Current.Provinces.Contains(province) ? province : 0);

    static List<Holiday> HolidaysOf(int year) => [.. Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => WorkingCalendar.Turkey.HolidayOn(new DateOnly(year, 1, 1).AddDays(i))).OfType<Holiday>()];

    static int Status(FormState form) => form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
}
