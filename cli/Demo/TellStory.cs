using System.Globalization;
using System.Text.Json;
using AcikKapi.Cli.Servers;
using AcikKapi.Domain;
using AcikKapi.Reports;
using AcikKapi.Simulator;

namespace AcikKapi.Cli.Demo;

/// <summary>
/// Servers up, the story into the database (years of history by COPY, the last days over HTTP), the night, the briefs.
/// A story that is told already is only opened again; one that stopped half-way begins anew.
/// </summary>
sealed class TellStory(Home home)
{
    const int Province = 76; // Iğdır

    readonly Installation installation = new(home);

    public async Task RunAsync(Story story, CancellationToken cancel)
    {
        var told = Story.Read(home);
        if (told is not null && told with { Until = story.Until } != story)
            throw new UserError($"Another story is told in {home.Folder} ({told}). Use another ACIKKAPI_HOME, or remove that folder after ./acikkapi down.");

        if (told is null) await BeginAsync(story, cancel);
        else await installation.StartAsync(cancel);
    }

    async Task BeginAsync(Story story, CancellationToken cancel)
    {
        Directory.CreateDirectory(home.Folder);
        if (Directory.Exists(home.Postgres)) await installation.RemoveDataAsync(cancel); // a demo stopped half-way
        await installation.StartAsync(cancel);

        var plan = Plan(story);
        // Beside the data, for whoever compares what was planted with what was found; no step of the night reads it.
        await File.WriteAllTextAsync(Path.Combine(home.Folder, "truth.json"), JsonSerializer.Serialize(plan.Truth), cancel);
        await using var owner = installation.OpenAsOwner();
        var history = await Progress.RunAsync("history", plan.History.Applications, progress =>
            SimulateHistory.RunAsync(plan.History, owner, home.Keys, progress, cancel));
        Log.Info(string.Create(CultureInfo.InvariantCulture,
            $"history  {history.Applications,12:N0} applications with {history.Events:N0} events by COPY {history.Took.TotalSeconds,8:N1} s"));

        var tokens = await StaffTokensAsync(plan.Visits.Provinces, cancel);
        var visits = await Progress.RunAsync("visits", story.Posted, progress =>
            SimulateVisits.RunAsync(plan.Visits, installation.Intake, tokens, progress, cancel));
        Log.Info(string.Create(CultureInfo.InvariantCulture,
            $"visits   {visits.Accepted,12:N0} accepted over HTTP, {visits.Refused:N0} refused, {visits.Steps:N0} further steps {visits.Took.TotalSeconds,8:N1} s"));

        await new Night(installation, story.Until, force: false).RunAsync(cancel);
        story.Write(home);
    }

    static StoryPlan Plan(Story story) => StoryPlan.For(
        story.Scale == "national" ? StoryScale.National : StoryScale.Province, Province, story.Years, story.History, story.Posted, story.Seed, story.Until);

    async Task<Dictionary<int, string>> StaffTokensAsync(IEnumerable<int> provinces, CancellationToken cancel)
    {
        var tokens = new Dictionary<int, string>();
        foreach (var province in provinces)
        {
            var place = province.ToString(CultureInfo.InvariantCulture);
            tokens[province] = (await installation.RunIntakeProgramAsync(["staff", "add", "--role", "coordinator", "--place", place], cancel)).Trim();
        }
        return tokens;
    }

    /// <summary>Where everything is, on stdout: of the briefs the last ended month's of the governors and the ministry.</summary>
    public void PrintPlaces(DateOnly until)
    {
        Console.WriteLine($"Intake   {installation.Intake}");
        Console.WriteLine($"Analysts {installation.Workbench}");
        Console.WriteLine($"Data     {home.Warehouse.Published}");
        Console.WriteLine($"Briefs   {Path.Combine(home.Out, "index.html")}");
        foreach (var brief in Directory.EnumerateFiles(home.Out, $"{BriefPeriod.LastEndedMonth(until)}.pdf", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/ilce-", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            Console.WriteLine($"Brief    {brief}");
    }
}
