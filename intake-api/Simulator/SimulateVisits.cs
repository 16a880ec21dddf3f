using System.Diagnostics;
using AcikKapi.Domain;
using AcikKapi.Simulator.Story;
using AcikKapi.Simulator.Visits;

namespace AcikKapi.Simulator;

/// <param name="Refused">Submissions with a slip, sent on purpose; each was sent again without it.</param>
/// <param name="Steps">Recorded after the receipts: routings, answers, ratings …</param>
public sealed record VisitsResult(int Accepted, int Refused, int Steps, TimeSpan Took);

/// <summary>
/// A story's last days over HTTP, as citizens and desks would send them, each with its instant (header Simulated-At): the
/// intake must run in a demo home. Steps of one application follow one another; applications run side by side.
/// </summary>
public static class SimulateVisits
{
    const int SideBySide = 16;

    /// <param name="deskTokenByProvince">A token of a governorship's coordinator, who may also accept appeals, for each of the plan's provinces.</param>
    /// <param name="posted">Applications sent so far.</param>
    /// <exception cref="UserError">The intake refuses what it should accept, or a token is missing.</exception>
    public static async Task<VisitsResult> RunAsync(
        VisitsPlan plan, Uri intake, IReadOnlyDictionary<int, string> deskTokenByProvince, IProgress<long>? posted, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        if (plan.Provinces.FirstOrDefault(p => !deskTokenByProvince.ContainsKey(p)) is > 0 and var without)
            throw new UserError($"There is no desk token for province {without}.");
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = SideBySide }) { BaseAddress = intake };
        var (client, places) = (new IntakeClient(http), new StoryPlaces(plan.Provinces));
        var (accepted, refused, steps) = (0, 0, 0);

        await Parallel.ForEachAsync(Tell(plan), new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = ct }, async (application, stop) =>
        {
            var token = deskTokenByProvince[application.World.Province.Code];
            var outcome = await new Visit(client, application, token, places, plan.Chronicle.Cast.Seed).RunAsync(stop);
            Interlocked.Add(ref refused, outcome.Refused);
            Interlocked.Add(ref steps, outcome.Steps);
            var sent = Interlocked.Increment(ref accepted);
            posted?.Report(sent);
        });
        return new VisitsResult(accepted, refused, steps, clock.Elapsed);
    }

    /// <summary>In the order of the story: by day, then province.</summary>
    static IEnumerable<StoryApplication> Tell(VisitsPlan plan)
    {
        var chronicle = plan.Chronicle;
        var narrator = new Narrator(chronicle, new Officers(pseudonyms: null));
        var mixes = new WeekMix?[chronicle.Cast.Provinces.Count];
        for (var day = chronicle.DayAt(plan.Skipped); day < chronicle.Days; day++)
        {
            var date = chronicle.From.AddDays(day);
            for (var province = 0; province < mixes.Length; province++)
            {
                if (mixes[province] is null || date.DayOfWeek == DayOfWeek.Monday) mixes[province] = chronicle.MixOf(province, Chronicle.MondayOf(date));
                foreach (var application in narrator.Tell(province, day, mixes[province]!))
                    if (application.Position >= plan.Skipped) yield return application;
            }
        }
    }
}
