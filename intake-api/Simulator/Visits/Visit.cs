using System.Net;
using System.Net.Http.Json;
using AcikKapi.Domain.Reference;
using AcikKapi.Simulator.Story;

namespace AcikKapi.Simulator.Visits;

/// <summary>What one application did to the intake.</summary>
/// <param name="Refused">Attempts with a slip, refused at the door as they should be.</param>
/// <param name="Steps">After the receipt.</param>
sealed record VisitOutcome(int Refused, int Steps);

/// <summary>The provinces that the story tells of.</summary>
sealed record StoryPlaces(IReadOnlyList<int> Provinces)
{
    /// <summary>
    /// Whose a matter of another place is: a neighbour's. A province beyond the story would have one application alone, for whose sake
    /// the releases would have to hide all the others.
    /// </summary>
    public int Elsewhere(int own) => Provinces.FirstOrDefault(p => ProvinceNeighbours.Of(own).Contains(p), own % 81 + 1);
}

/// <summary>One application from the door to where its story stands, step after step.</summary>
sealed class Visit(IntakeClient intake, StoryApplication application, string deskToken, StoryPlaces places, ulong seed)
{
    const double SlipShare = 0.01;

    sealed record Receipt(string TrackingNumber);

    public async Task<VisitOutcome> RunAsync(CancellationToken stop)
    {
        var dice = Dice.For(seed, "visit", application.Position);
        var refused = dice.Chance(SlipShare) ? await SlipAsync(dice, stop) : 0;
        using var answer = await SubmitAsync(SubmissionBody.Of(application), dice, stop);
        if (answer.StatusCode != HttpStatusCode.Created) throw await IntakeClient.RefusedAsync(answer, "an application", stop);
        var receipt = await answer.Content.ReadFromJsonAsync<Receipt>(stop);

        var steps = 0;
        foreach (var step in StepsOfTheDesk())
        {
            using var taken = await TakeAsync(receipt!.TrackingNumber, step, stop);
            if (!taken.IsSuccessStatusCode) throw await IntakeClient.RefusedAsync(taken, $"the step {step.Event}", stop);
            steps++;
        }
        return new VisitOutcome(refused, steps);
    }

    // A sealed one is handed to the executive; what that line does with it the desk cannot record (art. 5-l).
    IEnumerable<StoryEvent> StepsOfTheDesk() => application.Events.Skip(1).TakeWhile(step => !application.Confidential || step.Event == "with_executive");

    async Task<int> SlipAsync(Dice dice, CancellationToken stop)
    {
        using var answer = await SubmitAsync(SubmissionBody.Of(application).WithSlip(dice), dice, stop);
        return answer.StatusCode == HttpStatusCode.UnprocessableEntity ? 1 : throw await IntakeClient.RefusedAsync(answer, "a faulty application", stop);
    }

    Task<HttpResponseMessage> SubmitAsync(SubmissionBody body, Dice dice, CancellationToken stop) =>
        intake.PostAsync("v1/applications", body, application.SentAt, TokenOf(application.Events[0]), Key(dice), stop);

    Task<HttpResponseMessage> TakeAsync(string number, StoryEvent step, CancellationToken stop)
    {
        var path = $"v1/applications/{number}/";
        return step.Event switch
        {
            "rated" => intake.PostAsync(path + "satisfaction", new { score = step.Score }, step.At, null, null, stop),
            "appealed" or "reopened" when step.Role is null => intake.PostAsync(path + "reopen", new { reason = step.Reason }, step.At, null, null, stop),
            _ => intake.PostAsync(path + "events", new
            {
                @event = step.Event,
                unitCode = step.DueOn is null ? null : step.Unit,
                outcome = step.Event == "answered" ? step.Outcome : null,
                managerInformed = step.Event == "answered",
                reasonCode = step.Event == "rejected" ? "wrong_information" : null,
                provinceCode = step.Event == "referred" ? places.Elsewhere(application.World.Province.Code) : (int?)null,
                reason = step.Reason,
            }, step.At, deskToken, null, stop),
        };
    }

    string? TokenOf(StoryEvent receipt) => receipt.Role is null ? null : deskToken;

    static Guid Key(Dice dice)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, dice.Bits());
        BitConverter.TryWriteBytes(bytes[8..], dice.Bits());
        return new Guid(bytes);
    }
}
