using System.Text.Json;
using System.Text.Json.Nodes;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Open311;

/// <summary>
/// POST servicerequestupdates.{format}: the citizen adds something to a request of the key's own, for the bureau to read with it. With
/// status open after it was answered it is reopened, after a rejection it is an appeal. Sent twice with one update_id it is written once.
/// </summary>
public sealed class PostUpdate(PlaceTransaction database, CheckApiKey keys, RequestClock clock, ApplicationLog log)
{
    const int LongestText = 4000;
    const int LongestId = 100;
    const int MostComments = 200;

    static readonly Answer NotOwn = Answer.Refused(StatusCodes.Status404NotFound, "service_request_id bu anahtarla yapılan başvurular arasında yok.");

    sealed record Own(string TrackingNumber);

    public async Task<Answer> RunAsync(Call call, CancellationToken stop)
    {
        var (key, refusal) = await keys.RequireAsync(call, stop);
        if (refusal is not null) return refusal;
        if (Jurisdiction.Read(call, out _) is { } unknown) return unknown;
        if (call["service_request_id"] is not { } id) return Answer.Refused(StatusCodes.Status400BadRequest, "service_request_id verilmedi.");

        var errors = new FieldErrors();
        var (at, _) = clock.Of(call.Request, errors);
        var json = new JsonFields(JsonDocument.Parse(new JsonObject { ["description"] = call["description"], ["update_id"] = call["update_id"] }.ToJsonString()).RootElement, "", errors);
        var (text, update) = (json.Text("description", LongestText, required: true, lines: true), json.Text("update_id", LongestId) ?? Guid.NewGuid().ToString());
        if (errors.Any) return Answer.Refused(StatusCodes.Status400BadRequest, errors.All.Select(e => $"{e.Field}: {e.Sentence}"));

        var province = RequestId.ProvinceOf(id);
        if (province == 0) return NotOwn;
        return await database.RunAsync(province, async work =>
        {
            var own = await work.FindAsync<Own>("Open311/FindOwnRequest.sql", new { province, id, key = key!.KeyId });
            var application = own is null ? null : await ApplicationLog.LockAsync(work, province, own.TrackingNumber);
            if (application is null) return NotOwn;

            var written = await work.FindAsync<string>("Open311/AddComment.sql", new { province, application = application.ApplicationId, update, at = at.UtcDateTime, text, most = MostComments });
            if (written == "full") return Answer.Refused(StatusCodes.Status400BadRequest, $"Bir başvuruya en çok {MostComments} ekleme yapılabilir; bu ekleme kaydedilmedi. Başvuru cevaplandıysa yeni bir başvuru yapın.");
            if (written == "reused") return Answer.Refused(StatusCodes.Status400BadRequest, "update_id: başka bir eklemede kullanılmış; bu ekleme kaydedilmedi. Yeni ekleme için yeni bir update_id gönderin.");
            if (written == "added" && Again(application, call["status"]) is { } step)
                await log.AppendAsync(work, application, new Step(step, CitizenTime.Of(at, application)) { Reason = text }, stop);
            return Answer.Ok(Item.List("service_request_updates", [Item.Branch("request_update", Item.Leaf("update_id", update))]));
        }, stop, sealedToo: true);
    }

    /// <summary>What status=open asks for where it is not open any more; null where nothing can follow.</summary>
    static string? Again(OpenApplication application, string? status)
    {
        if (!ExtendedStatus.Open.Equals(status, StringComparison.OrdinalIgnoreCase) || application.Status == LifeCycle.Appealed) return null;
        var step = application.Status == LifeCycle.Rejected ? LifeCycle.Appealed : LifeCycle.Reopened;
        return LifeCycle.IsPossible(application.Status, step) ? step : null;
    }
}
