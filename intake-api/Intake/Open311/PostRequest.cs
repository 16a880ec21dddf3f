using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using AcikKapi.Domain.Text;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Clock;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Open311;

/// <summary>
/// POST requests.{format}: an application like any other, by the same rules and in one transaction with what Open311 needs to know of
/// it. A program may send a UUID as <c>token</c>: sent twice, one request is made, and tokens/{token} finds it.
/// </summary>
public sealed class PostRequest(PlaceTransaction database, CheckApiKey keys, RequestClock clock, WriteApplication write, Telemetry telemetry)
{
    const int LongestUrl = 2000;
    const int LongestAccount = 100;

    /// <summary>Where each part of a submission comes from; attributes know theirs.</summary>
    static readonly Dictionary<string, string> Arguments = new(StringComparer.Ordinal)
    {
        ["typeCode"] = "service_code", ["text"] = "description", ["applicant.firstName"] = "first_name", ["applicant.lastName"] = "last_name", ["applicant.phone"] = "phone",
    };

    public async Task<Answer> RunAsync(Call call, CancellationToken stop)
    {
        var (key, refusal) = await keys.RequireAsync(call, stop);
        if (refusal is not null) return refusal;
        if (Jurisdiction.Read(call, out var jurisdiction) is { } unknown) return unknown;
        if (call["service_code"] is not { } service) return Answer.Refused(StatusCodes.Status400BadRequest, "service_code verilmedi.");
        if (Vocabulary.Current.Types.Find(service) is not { } type) return Services.NotFound;

        var faults = new List<string>();
        var place = RequestPlace.Read(call, jurisdiction, faults);
        if (place is not null && key!.ProvinceCode is { } only && only != place.District.ProvinceCode)
            return Answer.Refused(StatusCodes.Status403Forbidden, "Bu anahtarla yalnız kendi ilinden başvuru yapılabilir.");
        var (mediaUrl, account, token) = (MediaUrl(call, faults), call["account_id"], Token(call, faults));
        if (account?.Length > LongestAccount || account?.Any(char.IsControl) == true) faults.Add($"account_id: en çok {LongestAccount} karakter olabilir, tek satırdır.");

        var errors = new FieldErrors();
        var (at, isSimulated) = clock.Of(call.Request, errors);
        var json = JsonDocument.Parse(ToJson(call, key!, type, place).ToJsonString()).RootElement;
        var submission = ReadSubmission.From(new JsonFields(json, "", errors), IstanbulTime.DayOf(at));
        if (submission.Kind == Submission.TipOff) errors.Add("kind", "not_allowed", "İhbarlar bu yoldan alınmaz: ihbar edeni koruyan ayrı bir yol vardır (POST /v1/applications).");
        var accepted = new Accepted(submission, at, isSimulated ? "simulated" : "posted", Officer: null);
        if (place is null || faults.Count > 0 || errors.Any) return await RefuseAsync(accepted, faults, errors, stop);

        var (result, id) = await WriteAsync(accepted, token, call.Hash, key!, place, mediaUrl, account, stop);
        return result switch
        {
            { Response: not null } => Answered(result, id, account, call.Request.HttpContext),
            { Result: WriteResult.StillRunning } => Answer.Refused(StatusCodes.Status409Conflict, "Bu token ile bir gönderi şu anda işleniyor. Bir saniye sonra yeniden deneyin."),
            { Result: WriteResult.KeyReused } => Answer.Refused(StatusCodes.Status400BadRequest, "token: başka bir gönderide kullanılmış; yeni gönderi için yeni bir UUID üretin."),
            _ => Answer.Refused(StatusCodes.Status400BadRequest, "Bu ilde açık bir büro yok."),
        };
    }

    async Task<(Written Result, string Id)> WriteAsync(
        Accepted accepted, Guid token, byte[] hash, ApiKey key, RequestPlace place, string? mediaUrl, string? account, CancellationToken stop)
    {
        var (province, district) = (place.District.ProvinceCode, place.District.Code);
        var id = "";
        var written = await write.RunAsync(accepted, token, hash, row => database.RunAsync(province, async work =>
        {
            await work.ExecuteAsync("Clock/HoldCalendar.sql", new { calendar = Calendars.Lock });
            var outcome = await work.WriteRowAsync<RowOutcome>(WriteApplication.Statement, row);
            if (outcome.ApplicationId is not { } application) return outcome;
            await work.ExecuteAsync("Open311/PostRequest.sql", new
            {
                province, application, id = id = RequestId.Create(province), key = key.KeyId, month = new DateOnly(accepted.Day.Year, accepted.Day.Month, 1), district,
                latitude = place.Point?.Latitude, longitude = place.Point?.Longitude, street = place.Address, approximate = place.IsApproximate, mediaUrl, account, at = accepted.ReceivedAt.UtcDateTime,
            });
            return outcome;
        }, stop, sealedToo: true), stop);
        if (written.Result == WriteResult.Replayed)
            id = await database.RunAsync(province, work => work.FindAsync<string>("Open311/FindToken.sql", new { province, number = written.Receipt.TrackingNumber }), stop, sealedToo: true) ?? "";
        return (written, id);
    }

    Answer Answered(Written written, string id, string? account, HttpContext http)
    {
        telemetry.Count(written.Result == WriteResult.Written ? "accepted" : "replayed");
        if (id.Length == 0) return Answer.Refused(StatusCodes.Status400BadRequest, "token: başka bir yoldan yapılan bir gönderide kullanılmış.");
        http.Response.Headers.Location = $"/open311/v2/requests/{id}.xml";
        var receipt = written.Receipt;
        var notice = $"Takip numarası {receipt.TrackingNumber}. En geç {receipt.DueDate.ToString("d MMMM yyyy", TurkishText.Culture)} günü sonuna kadar cevaplanır.";
        return new Answer(StatusCodes.Status201Created, Item.List("service_requests",
            [Item.Branch("request", Item.Leaf("service_request_id", id), Item.Leaf("service_notice", notice), Item.Leaf("account_id", account))]));
    }

    async Task<Answer> RefuseAsync(Accepted accepted, List<string> faults, FieldErrors errors, CancellationToken stop)
    {
        // A place that could not be read was already said in the caller's own words.
        var fields = errors.All.Where(e => !e.Field.StartsWith("location.", StringComparison.Ordinal) || e.Field == "location.neighbourhood").ToList();
        await database.RunAsync(accepted.Submission.Location.ProvinceCode, work =>
            CountRefusals.RunAsync(work, accepted.Submission.Channel, accepted.Submission.Location.ProvinceCode, accepted.Day, errors), stop);
        telemetry.Count("refused");
        return Answer.Refused(StatusCodes.Status400BadRequest, [.. faults, .. fields.Select(e => $"{ArgumentOf(e.Field)}: {e.Sentence}")]);
    }

    static string ArgumentOf(string field) =>
        Arguments.GetValueOrDefault(field) ?? (ServiceAttribute.All.FirstOrDefault(a => a.Field == field) is { } attribute ? $"attribute[{attribute.Code}]" : field);

    static JsonObject ToJson(Call call, ApiKey key, ApplicationType type, RequestPlace? place)
    {
        var json = new JsonObject
        {
            ["channel"] = key.ChannelCode, ["typeCode"] = type.Code, ["subject"] = type.NameTr, ["text"] = call["description"],
            ["location"] = new JsonObject { ["provinceCode"] = place?.District.ProvinceCode, ["districtCode"] = place?.District.Code },
            ["applicant"] = new JsonObject { ["firstName"] = call["first_name"], ["lastName"] = call["last_name"], ["phone"] = Phone(call["phone"]) },
        };
        foreach (var attribute in ServiceAttribute.All)
        {
            if (attribute.ToJson(call.Attribute(attribute.Code)) is not { } value) continue;
            var names = attribute.Field.Split('.');
            (names.Length == 1 ? json : json[names[0]]!.AsObject())[names[^1]] = value;
        }
        return json;
    }

    /// <summary>Programs send phones as people write them: 0555 111 22 33, (555) 111-2233, +90 555 …</summary>
    static string? Phone(string? phone)
    {
        if (phone is null || phone.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '(' or ')' or '-' or '+' or '.' or '/'))) return phone;
        var digits = string.Concat(phone.Where(char.IsAsciiDigit)).TrimStart('0');
        if (digits.Length == 12 && digits.StartsWith("90", StringComparison.Ordinal)) digits = digits[2..];
        return digits.Length == 10 ? "+90" + digits : phone;
    }

    /// <summary>Shown to the bureau, never fetched by us.</summary>
    static string? MediaUrl(Call call, List<string> faults)
    {
        var url = call["media_url"];
        if (url is null || url.Length <= LongestUrl && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return url;
        faults.Add($"media_url: http ya da https adresi olmalı, en çok {LongestUrl.ToString(CultureInfo.InvariantCulture)} karakter.");
        return null;
    }

    static Guid Token(Call call, List<string> faults)
    {
        var text = call["token"];
        if (text is null) return Guid.NewGuid();
        if (!Guid.TryParseExact(text, "D", out var token)) faults.Add("token: bir UUID olmalı.");
        return token;
    }
}
