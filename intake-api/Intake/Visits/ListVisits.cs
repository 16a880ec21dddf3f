using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Visits;

/// <param name="TrackingNumber">Null where there is no application, or it is sealed and not the reader's to know.</param>
public sealed record Visit(
    Guid VisitId, string Kind, string Origin, string Status, string? TrackingNumber, int? DistrictCode, Guid? StaffId, string? StartsAt, int? PlannedMinutes,
    string? Result, int? MinutesSpent, string? Note);

/// <summary>GET /v1/visits?from=&amp;to=: the calendar of the place, days included at both ends, and first whatever is not planned yet; a field officer's own only.</summary>
public sealed class ListVisits(SettingsDesk desk)
{
    sealed record Row(
        Guid VisitId, string KindCode, string OriginCode, string Status, string? TrackingNumber, bool Sealed, int? DistrictCode, Guid? StaffId, DateTime? StartsAt, short? PlannedMinutes,
        string? ResultCode, short? SpentMinutes, string? Note);

    public Task<IResult> RunAsync(string? from, string? to, HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, today) =>
    {
        var errors = new FieldErrors();
        var (first, last) = (Day(from, "from", today, errors), Day(to, "to", today.AddDays(30), errors));
        if (!errors.Any && (last < first || last > first.AddDays(366))) errors.Add("to", "out_of_range", "from gününden önce ve bir yıldan uzak olamaz.");
        if (errors.Any) return Problems.Fields(errors);
        var rows = await work.ListAsync<Row>("Visits/ListVisits.sql", new
        {
            province = (int)officer.ProvinceCode!, ownDistrict = officer.DistrictCode, own = Authorization.SeesAllVisits(officer) ? null : officer.Pseudonym,
            start = IstanbulTime.StartOfDay(first).UtcDateTime, end = IstanbulTime.StartOfDay(last.AddDays(1)).UtcDateTime,
        });
        return TypedResults.Ok(rows.Where(r => !r.Sealed || Authorization.SeesSealed(officer) || r.StaffId is not null).Select(r => new Visit(
            r.VisitId, r.KindCode, r.OriginCode, r.Status, r.Sealed && !Authorization.SeesSealed(officer) ? null : r.TrackingNumber, r.DistrictCode, r.StaffId,
            r.StartsAt is { } at ? TurkishTime.Instant(at) : null, r.PlannedMinutes, r.ResultCode, r.SpentMinutes, r.Note)));
    }, stop, Authorization.ToSeeVisits);

    static DateOnly Day(string? text, string name, DateOnly otherwise, FieldErrors errors)
    {
        if (text is null) return otherwise;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2017 and <= 2100) return day;
        errors.Add(name, "malformed", "YYYY-AA-GG biçiminde bir gün olmalı.");
        return otherwise;
    }
}
