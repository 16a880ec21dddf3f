using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Open311;

/// <summary>
/// GET requests.{format} and requests/{service_request_id}.{format}. A key sees what it filed in full and at once; everybody else
/// sees of it heading, state, days and district, and only where there are enough alike (ADR 22).
/// </summary>
public sealed class ListRequests(PlaceTransaction database, CheckApiKey keys, TimeProvider time)
{
    const int MostRows = 1000;
    const int MostIds = 100;

    static readonly Answer NotFound = Answer.Refused(StatusCodes.Status404NotFound, "service_request_id bulunamadı.");

    public async Task<Answer> OneAsync(string id, Call call, CancellationToken stop)
    {
        if (Jurisdiction.Read(call, out var jurisdiction) is { } refusal) return refusal;
        var rows = await OfIdsAsync([id], call, jurisdiction, stop);
        return rows.Count == 0 ? NotFound : Answer.Ok(ToItem(rows, call));
    }

    public async Task<Answer> RunAsync(Call call, CancellationToken stop)
    {
        if (call.List("service_request_id") is { } ids) // overrides all other arguments
        {
            if (ids.Length > MostIds) return Answer.Refused(StatusCodes.Status400BadRequest, $"service_request_id: bir kerede en çok {MostIds} tane sorulabilir.");
            return Jurisdiction.Read(call, out var given) ?? Answer.Ok(ToItem(await OfIdsAsync(ids, call, given, stop), call));
        }
        if (Jurisdiction.Require(call, out var province) is { } refusal) return refusal;
        var faults = new List<string>();
        var period = Period.Read(call, time.GetUtcNow(), faults);
        var page = Page.Read(call, MostRows, faults);
        var states = call.List("status");
        if (states?.Except(ExtendedStatus.All, StringComparer.Ordinal).Any() == true) faults.Add($"status: {string.Join(", ", ExtendedStatus.All)} olabilir.");
        if (faults.Count > 0) return Answer.Refused(StatusCodes.Status400BadRequest, faults);

        var rows = await ListAsync(province!.Code, new Asked(null, period, call.List("service_code"), states, page), await keys.OfAsync(call, stop), stop);
        return Answer.Ok(ToItem(rows, call));
    }

    async Task<IReadOnlyList<RequestRow>> OfIdsAsync(IEnumerable<string> ids, Call call, Province? jurisdiction, CancellationToken stop)
    {
        var key = await keys.OfAsync(call, stop);
        var found = new List<RequestRow>();
        foreach (var province in ids.Distinct(StringComparer.Ordinal).GroupBy(RequestId.ProvinceOf).Where(p => p.Key != 0 && (jurisdiction is null || jurisdiction.Code == p.Key)))
            found.AddRange(await ListAsync(province.Key, new Asked([.. province], null, null, null, new Page(MostIds, 0)), key, stop));
        return found;
    }

    /// <param name="Period">Null where ids are asked for.</param>
    sealed record Asked(string[]? Ids, Period? Period, string[]? Services, string[]? States, Page Page);

    Task<IReadOnlyList<RequestRow>> ListAsync(int province, Asked asked, ApiKey? key, CancellationToken stop) => database.RunAsync(province, async work =>
        await work.ListAsync<RequestRow>("Open311/ListRequests.sql", new
        {
            province, key = key?.KeyId, ids = asked.Ids, services = asked.Services, steps = LifeCycle.Statuses.ToArray(),
            start = asked.Period?.Start, end = asked.Period?.End,
            months = asked.Period?.Months ?? [.. await work.ListAsync<DateOnly>("Open311/MonthsOfRequests.sql", new { province, ids = asked.Ids })],
            ownStates = asked.States is null ? null : States(asked.States, extended => asked.States.Contains(extended, StringComparer.Ordinal)),
            publicStates = asked.States is null ? null : States(asked.States, _ => false),
            limit = asked.Page.Size, offset = asked.Page.Offset,
        }), stop, sealedToo: true);

    /// <summary>Every "status|outcome" that is shown as one of the states.</summary>
    static string[] States(string[] states, Func<string, bool> isExtended) =>
        [.. from status in LifeCycle.Statuses
            from outcome in Vocabulary.Current.Outcomes.Codes.Append("")
            let extended = ExtendedStatus.Of(status, outcome)
            where states.Contains(ExtendedStatus.Plain(extended), StringComparer.Ordinal) || isExtended(extended)
            select $"{status}|{outcome}"];

    static Item ToItem(IEnumerable<RequestRow> rows, Call call) => Item.List("service_requests", rows.Select(row => row.ToItem(withExtensions: call.IsOn("extensions"))));
}
