using System.ComponentModel;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Routing;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Referrals;

/// <summary>What is sent to POST /v1/referrals: where and about what, never who.</summary>
public sealed record ReferralSubmission(
    [property: Description("web, mobile, kiosk; görevli anahtarıyla desk_oral, desk_written, call_center de")] string Channel,
    [property: Description("request, complaint, tip_off; bilinmiyorsa boş")] string? Kind,
    [property: Description("Başlık ya da konu kodu; birim buna göre gösterilir")] string? TypeCode,
    SubmissionLocation Location,
    [property: Description("Gösterilen birim; verilmezse yönlendirme kuralları belirler")] string? UnitCode);

/// <param name="UnitCode">Null: the rules name none, and the desk must say.</param>
/// <param name="Sentence">Where to go, in Turkish.</param>
public sealed record ReferralReceipt(Guid ReferralId, string At, string? UnitCode, string? Unit, string? Institution, string Sentence);

/// <summary>
/// POST /v1/referrals: whoever would rather apply to the unit directly is shown the way (art. 10-f). No application comes of it and
/// nobody is named; what is written is that somebody was sent, where, and about what kind of thing.
/// </summary>
public sealed class RecordReferral(PlaceTransaction database, AuthenticateStaff staff, RequestClock clock)
{
    sealed record Referral(string Channel, string? Kind, string? Type, SubmissionLocation Location, string? Unit);
    sealed record Row(DateTime At, string? UnitCode, string? UnitName, string? Institution, bool IsSame);

    public async Task<IResult> RunAsync(HttpContext http, CancellationToken stop)
    {
        var errors = new FieldErrors();
        var (at, isSimulated) = clock.Of(http.Request, errors);
        var id = http.Request.Headers.ContainsKey(IdempotencyKey.Header) ? IdempotencyKey.Read(http.Request, errors) : Guid.NewGuid();
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } json) return Problems.Unreadable;
        var referral = Read(new JsonFields(json, "", errors));
        var isStaffs = Vocabulary.Current.Channels.Find(referral.Channel) is { StaffOnly: true };
        var officer = isStaffs ? await staff.FromAsync(http.Request, stop) : null;
        if (Authorization.ToSubmit(officer, isStaffs, referral.Location.ProvinceCode, referral.Location.DistrictCode) is { } refusal) return Problems.Refused(refusal);
        if (errors.Any) return Problems.Fields(errors);
        return await database.RunAsync(referral.Location.ProvinceCode, work => WriteAsync(work, referral, id!.Value, at, isSimulated ? "simulated" : "posted", officer, errors), stop);
    }

    static Referral Read(JsonFields json) => new(
        json.Code("channel", Vocabulary.Current.Channels.Contains, required: true) ?? "", json.Code("kind", Vocabulary.Current.Kinds.Contains), json.Code("typeCode", Vocabulary.Current.Types.Contains),
        ReadSubmission.Location(json.Object("location", required: true)), json.Text("unitCode", 40));

    static async Task<IResult> WriteAsync(PlaceWork work, Referral referral, Guid id, DateTimeOffset at, string origin, StaffMember? officer, FieldErrors errors)
    {
        var (province, district, day) = (referral.Location.ProvinceCode, referral.Location.DistrictCode, IstanbulTime.DayOf(at));
        if (referral.Unit is { } given && await work.FindAsync<int?>("Applications/FindUnit.sql", new { unit = given, province, day }) is null)
        {
            errors.Add("unitCode", "unknown", "Bu ilde böyle açık bir birim yok.");
            return Problems.Fields(errors);
        }
        var unit = referral.Unit ?? (await DecideRouting.RunAsync(work, province, new RoutingQuestion(referral.Kind ?? "", referral.Type, district, StateOfEmergency: false, Special: false, Confidential: false), day)).Unit?.UnitCode;
        var written = new { province, id, origin, at = at.UtcDateTime, channel = referral.Channel, kind = referral.Kind, type = referral.Type, district, day, unit, given = referral.Unit, role = officer?.RoleCode, actor = officer?.Pseudonym };
        await work.ExecuteAsync("Referrals/RecordReferral.sql", written);
        var row = (await work.FindAsync<Row>("Referrals/ReadReferral.sql", written))!;
        if (row.IsSame) return TypedResults.Created((string?)null, new ReferralReceipt(id, TurkishTime.Instant(row.At), row.UnitCode, row.UnitName, row.Institution, Sentence(row)));
        errors.Add(IdempotencyKey.Header, "reused", "Bu anahtar başka bir gönderide kullanılmış; yeni gönderi için yeni anahtar üretin.");
        return Problems.Fields(errors);
    }

    static string Sentence(Row row) => row.UnitName is null ? "Hangi birimin yetkili olduğunu Açık Kapı bürosu söyler." : $"Yetkili birim: {row.UnitName} ({row.Institution}).";
}
