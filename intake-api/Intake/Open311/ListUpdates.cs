using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Open311;

/// <summary>
/// GET servicerequestupdates.{format}: what became of requests, step by step, in the extension's names (FixMyStreet wiki, "Open311 FMS:
/// Complete spec"). Seen by whom the request is; to others a step is open or closed and a day.
/// </summary>
public sealed class ListUpdates(PlaceTransaction database, CheckApiKey keys, TimeProvider time)
{
    const int MostRows = 1000;

    sealed record Row(string UpdateId, string ServiceRequestId, bool IsOwn, string EventCode, string? OutcomeCode, DateTime ShownAt, string? Answer, string? UnitName);

    public async Task<Answer> RunAsync(Call call, CancellationToken stop)
    {
        if (Jurisdiction.Require(call, out var jurisdiction) is { } refusal) return refusal;
        var faults = new List<string>();
        var period = Period.Read(call, time.GetUtcNow(), faults);
        var page = Page.Read(call, MostRows, faults);
        if (faults.Count > 0) return Answer.Refused(StatusCodes.Status400BadRequest, faults);

        var (province, key) = (jurisdiction!.Code, await keys.OfAsync(call, stop));
        var rows = await database.RunAsync(province, async work => await work.ListAsync<Row>("Open311/ListUpdates.sql", new
        {
            province, key = key?.KeyId, steps = LifeCycle.Statuses.ToArray(), start = period.Start, end = period.End, limit = page.Size, offset = page.Offset,
            months = (await work.ListAsync<DateOnly>("Open311/MonthsWithSteps.sql", new { province, start = period.Start, lastMonth = period.LastMonth })).ToArray(),
        }), stop, sealedToo: true);
        return Answer.Ok(Item.List("service_requests_updates", rows.Select(ToItem)));
    }

    static Item ToItem(Row row)
    {
        var extended = ExtendedStatus.Of(row.EventCode, row.OutcomeCode);
        return Item.Branch("request_update",
            Item.Leaf("update_id", row.UpdateId),
            Item.Leaf("service_request_id", row.ServiceRequestId),
            Item.Leaf("status", row.IsOwn ? extended : ExtendedStatus.Plain(extended)),
            Item.Leaf("updated_datetime", row.IsOwn ? Time.Instant(row.ShownAt) : Time.Day(row.ShownAt)),
            Item.Leaf("description", row.IsOwn ? Describe(row) : null),
            Item.Leaf("media_url", null));
    }

    static string Describe(Row row) =>
        Vocabulary.Current.Events[row.EventCode].NameTr + (row.UnitName is null ? "" : $": {row.UnitName}") + (row.Answer is null ? "." : $". {row.Answer}");
}
