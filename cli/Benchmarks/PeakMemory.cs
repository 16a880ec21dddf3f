namespace AcikKapi.Cli.Benchmarks;

static class PeakMemory
{
    /// <summary>The largest working set of this process while the work runs, MB.</summary>
    public static async Task<double> WhileAsync(Func<Task> work)
    {
        GC.Collect();
        using var stop = new CancellationTokenSource();
        var peak = Environment.WorkingSet;
        var watch = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                peak = Math.Max(peak, Environment.WorkingSet);
                await Task.Delay(100, CancellationToken.None);
            }
        }, CancellationToken.None);
        try { await work(); }
        finally { await stop.CancelAsync(); await watch; }
        return peak / 1024.0 / 1024;
    }
}
