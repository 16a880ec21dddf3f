using System.Text.Json;
using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Open311;

/// <summary>GET tokens/{token}.{format}: which request a program's own token made, for whoever did not hear the answer. Kept 30 days.</summary>
public sealed class FindToken(PlaceTransaction database)
{
    static readonly Answer NotFound = Answer.Refused(StatusCodes.Status404NotFound, "token bulunamadı.");

    public async Task<Answer> RunAsync(string token, Call call, CancellationToken stop)
    {
        if (Jurisdiction.Read(call, out var jurisdiction) is { } refusal) return refusal;
        if (!Guid.TryParseExact(token, "D", out var key)) return NotFound;
        var answered = await database.RunAsync(place: null, work => work.FindAsync<string>("Open311/FindAnswer.sql", new { key }), stop);
        if (answered is null) return NotFound;
        var number = JsonSerializer.Deserialize<SubmissionReceipt>(answered, IntakeJson.Options)!.TrackingNumber;
        TrackingNumber.TryParse(number, out var province);
        if (jurisdiction is not null && jurisdiction.Code != province) return NotFound;
        var id = await database.RunAsync(province, work => work.FindAsync<string>("Open311/FindToken.sql", new { province, number }), stop, sealedToo: true);
        return id is null ? NotFound : Answer.Ok(Item.List("service_requests", [Item.Branch("request", Item.Leaf("service_request_id", id), Item.Leaf("token", token))]));
    }
}
