using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Visits;

/// <summary>
/// GET /v1/visits?from=&amp;to=&amp;after=: the calendar of the place, days included at both ends, and first whatever is not planned yet; a field
/// officer's own only. 200 a page: while there are more, a Link header leads to the next.
/// </summary>
public sealed class ListVisits(SettingsDesk desk)
{
    const int Page = 200;

    public Task<IResult> RunAsync(string? from, string? to, HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, today) =>
    {
        var errors = new FieldErrors();
        var (first, last) = (QueryDay.Read("from", from, today, errors), QueryDay.Read("to", to, today.AddDays(30), errors));
        if (!errors.Any && (last < first || last > first.AddDays(366))) errors.Add("to", "out_of_range", "from gününden önce ve bir yıldan uzak olamaz.");
        var given = http.Request.Query["after"].ToString();
        if (!Guid.TryParse(given, out var after) && given.Length > 0) errors.Add("after", "malformed", "Önceki sayfanın son ziyareti olmalı.");
        if (errors.Any) return Problems.Fields(errors);
        var visits = await Visit.ReadAsync(work, officer, id: null, IstanbulTime.StartOfDay(first).UtcDateTime, IstanbulTime.StartOfDay(last.AddDays(1)).UtcDateTime, given.Length > 0 ? after : null, Page + 1);
        if (visits.Count > Page) http.Response.Headers.Link = string.Create(CultureInfo.InvariantCulture, $"</v1/visits?from={first:yyyy-MM-dd}&to={last:yyyy-MM-dd}&after={visits[Page - 1].VisitId}>; rel=\"next\"");
        return TypedResults.Ok(visits.Take(Page));
    }, stop, Authorization.ToSeeVisits);
}
