using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Clock;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Applications;

/// <param name="DueDate">The applicant's; in a unit's inbox the unit's.</param>
/// <param name="WorkingDaysLeft">Negative: so many over.</param>
public sealed record ListedApplication(
    string TrackingNumber, string Kind, string? TypeCode, string Channel, string Status, int? DistrictCode, string? UnitCode, string? UnitName, string ReceivedAt,
    DateOnly DueDate, int WorkingDaysLeft, bool Special, short? Importance, bool Sealed);

/// <param name="Next">Send it as <c>after</c> for the next page; null on the last.</param>
public sealed record ApplicationPage(IReadOnlyList<ListedApplication> Applications, string? Next);

/// <summary>
/// GET /v1/applications?state=open|overdue|due_soon|all&amp;…: the place's applications, for a liaison officer those that lie with the unit. Open ones
/// the first due first, all the newest first; 50 a page, by keyset, so that the thousandth page costs what the first does.
/// </summary>
public sealed class ListApplications(PlaceTransaction database, AuthenticateStaff staff, Calendars calendars, TimeProvider time)
{
    const int Page = 50;

    sealed record Row(
        long ApplicationId, string TrackingNumber, string KindCode, string? TypeCode, string ChannelCode, string Status, int? DistrictCode, string? UnitCode, string? UnitName, DateTime ReceivedAt,
        DateOnly DueOn, bool Special, short? Importance, bool Sealed);

    public async Task<IResult> RunAsync(HttpContext http, CancellationToken stop)
    {
        var officer = await staff.FromAsync(http.Request, stop);
        if (Authorization.ToWatchDeadlines(officer) is { } refusal) return Problems.Refused(refusal);
        var errors = new FieldErrors();
        var asked = ListQuestion.Read(http.Request.Query, officer!.ProvinceCode!.Value, errors);
        if (errors.Any) return Problems.Fields(errors);

        var unit = Authorization.OnlyUnit(officer);
        var (today, calendar) = (IstanbulTime.DayOf(time.GetUtcNow()), (await calendars.RefreshAsync(stop)).Of(asked.Province));
        var (first, last) = asked.State switch
        {
            "overdue" => (DateOnly.MinValue, today.AddDays(-1)),
            "due_soon" => (today, calendar.Deadline(today, 2)),
            _ => (DateOnly.MinValue, DateOnly.MaxValue),
        };
        var file = unit is not null ? "Applications/ListAtUnit.sql" : asked.State == "all" ? "Applications/ListNewest.sql" : "Applications/ListOpen.sql";
        var rows = await database.RunAsync(asked.Province, work => work.ListAsync<Row>(file, new
        {
            province = asked.Province, ownDistrict = officer.DistrictCode, unit = unit ?? asked.Unit, first, last, asked.AfterDay, asked.AfterId, limit = Page,
            asked.Status, types = asked.Types, kind = asked.Kind, district = asked.District, number = asked.Number, numberEnd = asked.Number + ":", // ':' follows 9
        }), stop, Authorization.SeesSealed(officer));
        return TypedResults.Ok(new ApplicationPage(
            [.. rows.Select(r => new ListedApplication(
                r.TrackingNumber, r.KindCode, r.TypeCode, r.ChannelCode, r.Status, r.DistrictCode, r.UnitCode, r.UnitName, TurkishTime.Of(r.ReceivedAt, r.KindCode),
                r.DueOn, Left(calendar, today, r.DueOn), r.Special, r.Importance, r.Sealed))],
            rows.Count < Page ? null : string.Create(CultureInfo.InvariantCulture, $"{rows[^1].DueOn:yyyy-MM-dd}_{rows[^1].ApplicationId}")));
    }

    // History from elsewhere may lie before the calendar begins.
    internal static int Left(WorkingCalendar calendar, DateOnly today, DateOnly due) => due < calendar.FirstDay || due > calendar.LastDay ? due.DayNumber - today.DayNumber : calendar.WorkingDaysBetween(today, due);
}

/// <summary>What a list is asked for; names as in the address.</summary>
/// <param name="Types">The topic, or a heading with all its topics; null: any.</param>
/// <param name="Number">The beginning of tracking numbers; empty: any.</param>
sealed record ListQuestion(int Province, string State, string? Status, string[]? Types, string? Kind, int? District, string? Unit, string Number, DateOnly AfterDay, long AfterId)
{
    public static ListQuestion Read(IQueryCollection query, int province, FieldErrors errors)
    {
        var words = Vocabulary.Current;
        string? Of(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        string? Known(string name, Func<string, bool> known)
        {
            if (Of(name) is not { } text || known(text)) return Of(name);
            errors.Add(name, "unknown", "Bu değer listede yok.");
            return null;
        }
        var type = Known("type", words.Types.Contains);
        var district = Known("district", code => int.TryParse(code, CultureInfo.InvariantCulture, out var number) && words.Districts.Find(number)?.ProvinceCode == province);
        var number = new string([.. (Of("number") ?? "").Where(c => !char.IsWhiteSpace(c))]);
        if (!number.All(char.IsAsciiDigit) || number.Length > 18) errors.Add("number", "malformed", "Takip numarası 18 haneli bir sayıdır; başını da yazabilirsiniz.");
        var (day, id) = (DateOnly.MinValue, 0L);
        if (Of("after") is { } after && !(after.Split('_') is [var d, var i] && DateOnly.TryParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && long.TryParse(i, NumberStyles.None, CultureInfo.InvariantCulture, out id)))
            errors.Add("after", "malformed", "Önceki sayfanın next değeri olmalı.");
        return new ListQuestion(
            province, Known("state", code => code is "open" or "overdue" or "due_soon" or "all") ?? "open", Known("status", LifeCycle.Statuses.Contains),
            type is null ? null : [.. words.Types.Where(t => t.Code == type || t.HeadingCode == type).Select(t => t.Code)], Known("kind", words.Kinds.Contains),
            district is null ? null : int.Parse(district, CultureInfo.InvariantCulture), Of("unit"), number, day, id == 0 ? 0 : id);
    }
}
