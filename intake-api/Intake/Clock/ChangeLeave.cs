using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Clock;

/// <summary>What is sent to POST /v1/administrative-leave.</summary>
/// <param name="ProvinceCode">None: the whole country.</param>
public sealed record LeaveSubmission(string Date, int? ProvinceCode, string Reason);

/// <param name="ChangedDeadlines">Open deadlines that moved.</param>
public sealed record LeaveReceipt(Guid LeaveId, DateOnly Date, int? ProvinceCode, string Reason, int ChangedDeadlines);

/// <summary>
/// Administrative leave added or taken back, often on the day itself: in the same transaction every open deadline it
/// touches is reckoned again. Meanwhile nobody else writes a deadline.
/// </summary>
public sealed class ChangeLeave(PlaceTransaction database, AuthenticateStaff staff, Calendars calendars)
{
    const int LongestReason = 200;

    sealed record Withdrawn(Guid LeaveId, DateOnly LeaveOn, short? ProvinceCode, string ReasonTr);

    public async Task<IResult> AddAsync(HttpContext http, CancellationToken stop)
    {
        var officer = await staff.FromAsync(http.Request, stop);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } json) return Problems.Unreadable;
        var errors = new FieldErrors();
        var (date, province, reason) = Read(new JsonFields(json, "", errors));
        if (Authorization.ToGiveLeave(officer, province) is { } refusal) return Problems.Refused(refusal);
        if (errors.Any) return Problems.Fields(errors);

        var receipt = await database.RunAsync<LeaveReceipt?>(place: null, async work =>
        {
            await work.ExecuteAsync("Clock/LockCalendar.sql", new { calendar = Calendars.Lock });
            var id = await work.FindAsync<Guid?>("Clock/AddLeave.sql", new { date, province, reason, by = officer!.Pseudonym });
            return id is { } leave ? new LeaveReceipt(leave, date, province, reason, await ReckonAgainAsync(work, date, province, $"İdari izin: {reason}")) : null;
        }, stop, sealedToo: true);
        if (receipt is null) return Problems.Of(StatusCodes.Status409Conflict, "İzin zaten var", "Bu gün ve yer için idari izin daha önce eklenmiş.");
        await calendars.RefreshAsync(stop);
        return TypedResults.Created("/v1/administrative-leave", receipt);
    }

    public async Task<IResult> WithdrawAsync(Guid id, HttpContext http, CancellationToken stop)
    {
        var officer = await staff.FromAsync(http.Request, stop);
        if (officer is null) return Problems.Refused(Authorization.ToGiveLeave(officer, province: null)!);
        var answer = await database.RunAsync<IResult>(place: null, async work =>
        {
            await work.ExecuteAsync("Clock/LockCalendar.sql", new { calendar = Calendars.Lock });
            var leave = await work.FindAsync<Withdrawn>("Clock/FindLeave.sql", new { id });
            if (leave is null || Authorization.ToGiveLeave(officer, leave.ProvinceCode) is not null)
                return Problems.Of(StatusCodes.Status404NotFound, "İzin bulunamadı", "Bu numarayla geri alabileceğiniz bir idari izin yok.");
            await work.ExecuteAsync("Clock/WithdrawLeave.sql", new { id });
            var changed = await ReckonAgainAsync(work, leave.LeaveOn, leave.ProvinceCode, $"Geri alınan idari izin: {leave.ReasonTr}");
            return TypedResults.Ok(new LeaveReceipt(id, leave.LeaveOn, leave.ProvinceCode, leave.ReasonTr, changed));
        }, stop, sealedToo: true);
        await calendars.RefreshAsync(stop);
        return answer;
    }

    /// <summary>Province after province, because a transaction sees one at a time.</summary>
    static async Task<int> ReckonAgainAsync(PlaceWork work, DateOnly leaveOn, int? province, string reason)
    {
        var calendar = await Calendars.InsideAsync(work);
        var changed = 0;
        foreach (var place in province is { } one ? [one] : Vocabulary.Current.Provinces.Codes)
        {
            await work.MoveToAsync(place);
            changed += await ReckonAgain.RunAsync(work, place, calendar.Of(place), leaveOn, reason);
        }
        return changed;
    }

    static (DateOnly Date, int? Province, string Reason) Read(JsonFields json)
    {
        var calendar = WorkingCalendar.Turkey;
        var text = json.Text("date", 10, required: true);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date < calendar.FirstDay || date > calendar.LastDay)
        {
            if (text is not null) json.Wrong<string>("date", "malformed", $"YYYY-AA-GG biçiminde, {calendar.FirstDay.Year}–{calendar.LastDay.Year} arasında bir gün olmalı.");
        }
        else if (!calendar.IsWorkingDay(date)) json.Wrong<string>("date", "not_working", "Bu gün zaten iş günü değil.");
        var province = json.Number("provinceCode");
        if (province is { } code && !Vocabulary.Current.Provinces.Contains(code)) json.Wrong<int?>("provinceCode", "unknown", "Böyle bir il kodu yok; plaka kodu 1–81 olmalı.");
        return (date, province, json.Text("reason", LongestReason, required: true) ?? "");
    }
}
