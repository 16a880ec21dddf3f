using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Clock;

/// <param name="WorkingDaysLeft">Until the end of the due day; negative: so many working days over.</param>
public sealed record DueApplication(string TrackingNumber, string? TypeCode, string Status, string? UnitCode, DateOnly DueDate, int WorkingDaysLeft);

/// <param name="Next">Send it as <c>after</c> for the next page; null on the last.</param>
public sealed record DueList(IReadOnlyList<DueApplication> Applications, string? Next);

/// <summary>GET /v1/deadlines?state=overdue|due_soon&amp;clock=applicant|unit&amp;days=2&amp;after=…: the first due first, 200 a page.</summary>
public sealed class ListDeadlines(PlaceTransaction database, AuthenticateStaff staff, Calendars calendars, TimeProvider time)
{
    const int Page = 200;

    sealed record Row(string TrackingNumber, string? TypeCode, string Status, string? UnitCode, DateOnly DueOn);

    public async Task<IResult> RunAsync(string? state, string? clock, int? days, string? after, HttpContext http, CancellationToken stop)
    {
        var officer = await staff.FromAsync(http.Request, stop);
        if (Authorization.ToWatchDeadlines(officer) is { } refusal) return Problems.Refused(refusal);
        var errors = new FieldErrors();
        if (state is not ("overdue" or "due_soon")) errors.Add("state", "unknown", "overdue ya da due_soon olmalı.");
        if (clock is not (null or "applicant" or "unit")) errors.Add("clock", "unknown", "applicant ya da unit olmalı.");
        if (days is < 0 or > 30) errors.Add("days", "out_of_range", "0 ile 30 arasında olmalı.");
        int province = officer!.ProvinceCode!.Value;
        if (!ReadCursor(after, province, out var afterDay, out var afterNumber)) errors.Add("after", "malformed", "Önceki sayfanın next değeri olmalı.");
        if (errors.Any) return Problems.Fields(errors);

        var (today, calendar) = (IstanbulTime.DayOf(time.GetUtcNow()), (await calendars.RefreshAsync(stop)).Of(province));
        var (first, last) = state == "overdue" ? (DateOnly.MinValue, today.AddDays(-1)) : (today, days is 0 ? today : calendar.Deadline(today, days ?? 2));
        var rows = await database.RunAsync(province, work => work.ListAsync<Row>("Clock/ListDeadlines.sql", new
        {
            province, byUnit = clock == "unit", first, last, afterDay, afterNumber, limit = Page,
            district = officer.DistrictCode, unit = Authorization.OnlyUnit(officer), seesSealed = Authorization.SeesSealed(officer),
        }), stop, Authorization.SeesSealed(officer));
        return TypedResults.Ok(new DueList(
            [.. rows.Select(r => new DueApplication(r.TrackingNumber, r.TypeCode, r.Status, r.UnitCode, r.DueOn, calendar.WorkingDaysBetween(today, r.DueOn)))],
            rows.Count < Page ? null : string.Create(CultureInfo.InvariantCulture, $"{rows[^1].DueOn:yyyy-MM-dd}_{rows[^1].TrackingNumber}")));
    }

    static bool ReadCursor(string? after, int province, out DateOnly day, out string number)
    {
        (day, number) = (DateOnly.MinValue, "");
        if (after is null) return true;
        var parts = after.Split('_');
        if (parts.Length != 2 || !TrackingNumber.TryParse(parts[1], out var place) || place != province) return false;
        number = parts[1];
        return DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
