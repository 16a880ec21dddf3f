using System.Globalization;
using AcikKapi.Analytics.Classification;
using AcikKapi.Analytics.Detection;
using AcikKapi.Analytics.Emerging;
using AcikKapi.Analytics.Performance;
using AcikKapi.Cli.Servers;
using AcikKapi.Domain;
using AcikKapi.Ingest;
using AcikKapi.Warehouse;

namespace AcikKapi.Cli;

/// <summary>
/// The night's named steps, each safe to run twice. Rows flow one way: PostgreSQL → raw → labels → star → checks → flags → published;
/// last, indicators and flags go back to PostgreSQL, where officers decide.
/// build, check, flag and publish work beside yesterday's files; publish renames, so a night that stops half-way leaves them in place.
/// </summary>
sealed class Night(Installation installation, DateOnly asOf, bool force)
{
    public const int Seed = 20180201; // fixed: the same data trains the same model

    WarehousePaths Paths => installation.Home.Warehouse;

    public async Task<StepResult> IngestAsync(CancellationToken cancel)
    {
        await using var source = installation.OpenForIngest();
        return await Logged(IngestApplications.RunAsync(source, Paths, asOf, cancel));
    }

    public Task<StepResult> LabelAsync(CancellationToken cancel) => Step(() => LabelApplications.Run(Paths, asOf, Seed, cancel));

    public async Task<StepResult> BuildAsync(CancellationToken cancel)
    {
        if (!force) Publish.RequireNotOlder(Paths, asOf);
        var built = await Step(() => Build.Run(Paths, asOf, cancel));
        await Step(() => Check.Run(Paths, asOf, cancel));
        return built;
    }

    public async Task<StepResult> FlagAsync(CancellationToken cancel)
    {
        await Step(() => ReadTexts.Run(Paths, asOf, Seed, cancel));
        var flagged = await Step(() => FlagProblems.Run(Paths, asOf, cancel));
        await Step(() => ForecastBacklogs.Run(Paths, asOf, cancel));
        return flagged;
    }

    public async Task<StepResult> PublishAsync(CancellationToken cancel)
    {
        var published = await Step(() => Publish.Run(Paths, asOf, force, cancel));
        await using var source = installation.OpenForIngest();
        await Logged(WriteBack.RunAsync(source, Paths, asOf, cancel));
        return published;
    }

    public async Task<StepResult> BriefsAsync(CancellationToken cancel)
    {
        await using var source = installation.OpenForIngest();
        return await Logged(NightsBriefs.PrintAsync(installation.Home, source, asOf, cancel));
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var step in new[] { IngestAsync, LabelAsync, BuildAsync, FlagAsync, PublishAsync, BriefsAsync })
            await step(cancel);
    }

    // The work is computation: off the caller's thread, so that Ctrl-C is heard.
    static Task<StepResult> Step(Func<StepResult> work) => Logged(Task.Run(work));

    static async Task<StepResult> Logged(Task<StepResult> step)
    {
        var done = await step;
        Log.Info(string.Create(CultureInfo.InvariantCulture,
            $"{done.Step,-8} {done.RowsIn,12:N0} rows in {done.RowsOut,12:N0} rows out {done.Took.TotalSeconds,8:N1} s"));
        return done;
    }
}
