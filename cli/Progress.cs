using Spectre.Console;

namespace AcikKapi.Cli;

/// <summary>A progress bar on a terminal, nothing elsewhere.</summary>
static class Progress
{
    public static async Task<T> RunAsync<T>(string name, long total, Func<IProgress<long>?, Task<T>> work)
    {
        if (Console.IsErrorRedirected) return await work(null);
        return await Log.Console.Progress().StartAsync(async bars =>
        {
            var bar = bars.AddTask(name, maxValue: Math.Max(1, total));
            return await work(new Progress<long>(done => bar.Value = done));
        });
    }
}
