using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Settings;

/// <summary>One change of a place's settings: who makes it, what they sent, and where it is written.</summary>
/// <param name="Province">Theirs: the transaction sees no other.</param>
/// <param name="District">Set for a kaymakamlık's staff, who settle that district's things only.</param>
public sealed record SettingsChange(PlaceWork Work, JsonFields Json, FieldErrors Errors, StaffMember By, int Province, int? District, DateOnly Today);

/// <summary>
/// Settings of a place are read by its staff and changed by its coordinator or executive; the database logs each change
/// with its author (art. 5-c to 5-e). All such operations come through here.
/// </summary>
public sealed class SettingsDesk(PlaceTransaction database, AuthenticateStaff staff, TimeProvider time)
{
    /// <param name="change">Writes nothing where it finds errors; null: there is no such thing, or it is not theirs.</param>
    /// <param name="may">Whether they may; the place's coordinator or executive where not said.</param>
    /// <param name="sealedToo">Sealed applications are seen by others than the executive line as well: the change itself decides whose they are.</param>
    public async Task<IResult> ChangeAsync(HttpContext http, Func<SettingsChange, Task<IResult?>> change, CancellationToken stop, Func<StaffMember?, Refusal?>? may = null, bool sealedToo = false)
    {
        var officer = await staff.FromAsync(http.Request, stop);
        if ((may ?? Authorization.ToSettle)(officer) is { } refusal) return Problems.Refused(refusal);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } json) return Problems.Unreadable;
        var errors = new FieldErrors();
        return await database.RunAsync(officer!.ProvinceCode, async work =>
        {
            await work.ActAsync(officer.RoleCode, officer.Pseudonym);
            var result = await change(new SettingsChange(work, new JsonFields(json, "", errors), errors, officer, officer.ProvinceCode ?? 0, officer.DistrictCode, Today));
            return errors.Any ? Problems.Fields(errors) : result ?? Problems.NoSuchSetting;
        }, stop, sealedToo || Authorization.SeesSealed(officer));
    }

    /// <param name="read">Gets the officer and what is seen of their province.</param>
    public async Task<IResult> ReadAsync(HttpContext http, Func<PlaceWork, StaffMember, DateOnly, Task<IResult>> read, CancellationToken stop, Func<StaffMember?, Refusal?>? may = null)
    {
        var officer = await staff.FromAsync(http.Request, stop);
        if ((may ?? Authorization.ToSeeSettings)(officer) is { } refusal) return Problems.Refused(refusal);
        return await database.RunAsync(officer!.ProvinceCode, work => read(work, officer, Today), stop, Authorization.SeesSealed(officer));
    }

    DateOnly Today => IstanbulTime.DayOf(time.GetUtcNow());
}
