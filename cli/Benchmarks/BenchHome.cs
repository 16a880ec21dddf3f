using AcikKapi.Cli.Servers;
using AcikKapi.Simulator;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>A home of the bench's own with national history in it, made once a run and removed after.</summary>
sealed class BenchHome(Home home, int applications, int worlds, int runs) : IAsyncDisposable
{
    static readonly DateOnly Until = new(2026, 10, 31);

    HistoryResult? told;

    public Installation Installation { get; } = new(home);

    public DateOnly AsOf => Until;

    public int Applications => applications;

    /// <summary>How often what a median is taken of is done.</summary>
    public int Runs => runs;

    /// <summary>Planted worlds of `detect`; twice as many have nothing planted.</summary>
    public int Worlds => worlds;

    /// <summary>An empty folder below the bench's, removed with it.</summary>
    public string Fresh(string name) => Directory.CreateDirectory(Path.Combine(home.Folder, $"{name}-{Guid.NewGuid():N}")).FullName;

    /// <summary>Writes the history into the database unless it is there already.</summary>
    public async Task<HistoryResult> TellAsync(CancellationToken cancel)
    {
        if (told is not null) return told;
        await Installation.StartDatabaseAsync(cancel);
        var plan = StoryPlan.For(StoryScale.National, province: 76, years: 4, applications, posted: 0, seed: 1, Until);
        await using var owner = Installation.OpenAsOwner();
        return told = await SimulateHistory.RunAsync(plan.History, owner, home.Keys, rowsWritten: null, cancel);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }

    public async ValueTask DisposeAsync()
    {
        await Installation.RemoveDataAsync(CancellationToken.None);
        if (Directory.Exists(home.Folder)) Directory.Delete(home.Folder, recursive: true);
    }
}
