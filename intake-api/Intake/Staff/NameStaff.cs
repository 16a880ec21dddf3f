using System.ComponentModel;
using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Text;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff.SignIn;

namespace AcikKapi.Intake.Staff;

/// <summary>What is sent to POST /v1/staff.</summary>
public sealed record StaffSubmission(
    [property: Description("desk, liaison, coordinator, field, analyst, executive")] string Role,
    [property: Description("İrtibat görevlisinin birimi")] string? UnitCode,
    [property: Description("Girişte yazılan ad: a-z, rakam, nokta, kısa çizgi")] string SignInName, string FullName);

/// <summary>What is sent to PUT /v1/staff/{id}.</summary>
public sealed record RoleSubmission(string Role, string? UnitCode);

/// <param name="EnrolmentCode">Shown once; with it the person chooses a password, within a week.</param>
public sealed record StaffReceipt(Guid StaffId, string? EnrolmentCode);

/// <summary>The governorship or district governorship names its staff, grants and withdraws roles, for its own place (art. 5-c, d, e). Each change is logged.</summary>
public sealed class NameStaff(SettingsDesk desk, Pseudonymizer pseudonyms, TimeProvider time)
{
    static readonly string[] Grantable = ["desk", "liaison", "coordinator", "field", "analyst", "executive"];

    public Task<IResult> AddAsync(HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var json = change.Json;
        var (role, unit) = await RoleAsync(change);
        var name = json.Text("signInName", 60, required: true) is { } typed ? TurkishText.FoldToAscii(typed) : null;
        var fullName = json.Text("fullName", 200, required: true);
        if (name is not null && !NewAccount.IsName(name)) json.Wrong<string>("signInName", "malformed", "3–60 karakter: a–z, rakam, nokta, kısa çizgi, alt çizgi.");
        else if (name is not null && await change.Work.FindAsync<int?>("Staff/IsNameTaken.sql", new { name }) is not null) json.Wrong<string>("signInName", "taken", "Bu kullanıcı adı kullanılıyor.");
        if (change.Errors.Any) return null;
        var account = new NewAccount(role!, change.Province, change.District, unit, name, fullName, ExternalSubject: null);
        var (id, code) = await account.WriteAsync(change.Work, pseudonyms, time);
        return TypedResults.Created($"/v1/staff/{id}", new StaffReceipt(id, code));
    }, stop, Authorization.ToNameStaff);

    public Task<IResult> ChangeAsync(Guid id, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var (role, unit) = await RoleAsync(change);
        if (change.Errors.Any) return null;
        return await OfOwnPlaceAsync(change, id, "Staff/ChangeRole.sql", new { id, province = change.Province, district = change.District, self = change.By.StaffId, role, unit });
    }, stop, Authorization.ToNameStaff);

    public Task<IResult> DisableAsync(Guid id, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, change =>
        OfOwnPlaceAsync(change, id, "Staff/CloseAccount.sql", new { id, province = change.Province, district = change.District, self = change.By.StaffId }), stop, Authorization.ToNameStaff);

    public Task<IResult> EnableAsync(Guid id, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, change =>
        OfOwnPlaceAsync(change, id, "Staff/OpenAccount.sql", new { id, province = change.Province, district = change.District, self = change.By.StaffId }), stop, Authorization.ToNameStaff);

    /// <summary>A new code for whoever forgot the password or lost the telephone.</summary>
    public Task<IResult> EnrolAsync(Guid id, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        if (await change.Work.FindAsync<int?>("Staff/IsOfPlace.sql", new { id, province = change.Province, district = change.District, self = change.By.StaffId }) is null) return null;
        var code = EnrolmentCode.Create();
        var renewed = await change.Work.ExecuteAsync("Staff/SignIn/RenewEnrolment.sql", new { id, name = (string?)null, enrolment = EnrolmentCode.Hash(code), until = time.GetUtcNow().UtcDateTime + EnrolmentCode.Valid });
        await change.Work.ExecuteAsync("Staff/SignIn/EndSessionsOf.sql", new { staff = id });
        return renewed == 0 ? null : TypedResults.Ok(new StaffReceipt(id, code));
    }, stop, Authorization.ToNameStaff);

    static async Task<IResult?> OfOwnPlaceAsync(SettingsChange change, Guid id, string file, object parameters)
    {
        if (await change.Work.ExecuteAsync(file, parameters) == 0) return null;
        await change.Work.ExecuteAsync("Staff/SignIn/EndSessionsOf.sql", new { staff = id }); // what they may do is read anew
        return TypedResults.NoContent();
    }

    static async Task<(string? Role, string? Unit)> RoleAsync(SettingsChange change)
    {
        var json = change.Json;
        var role = json.Code("role", code => Grantable.Contains(code, StringComparer.Ordinal), required: true);
        var unit = json.Text("unitCode", 40, required: role == "liaison");
        if (unit is not null && role != "liaison") unit = null;
        if (unit is not null && await change.Work.FindAsync<int?>("Applications/FindUnit.sql", new { unit, province = change.Province, day = change.Today }) is null)
            json.Wrong<string>("unitCode", "unknown", "Bu ilde böyle açık bir birim yok.");
        return (role, unit);
    }
}
