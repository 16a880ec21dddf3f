using System.Diagnostics;
using System.Globalization;
using AcikKapi.Analytics.Detection;

namespace AcikKapi.Cli.Benchmarks.Detect;

/// <summary>The same 200 series to R's surveillance::farringtonFlexible and to ours: bounds and time.</summary>
static class FarringtonPeer
{
    const int Series = 200, Worlds = 4;
    const double Alpha = 0.01, LimitMilliseconds = 1;
    const double NoBound = 1e9; // R's where the season has no case in its past; ours has none

    public static IReadOnlyList<Figure> Run(CancellationToken cancel)
    {
        var random = new Random(5);
        var sampled = Enumerable.Range(1, Worlds)
            .SelectMany(seed => new SeriesWorld(seed, planted: true).Known(4).Where(s => s.Key.Family == "province_topic").OrderBy(_ => random.Next()).Take(Series / Worlds)).ToList();
        foreach (var one in sampled.Take(20)) Bound(one); // warmed up
        var clock = Stopwatch.StartNew();
        var ours = sampled.Select(Bound).ToList();
        var each = clock.Elapsed.TotalMilliseconds / Series;
        clock.Restart();
        var judged = SuddenRise.Judge(sampled, cancel).Sum(f => f.PValue);
        var whole = clock.Elapsed.TotalMilliseconds / Series;
        List<Figure> figures =
        [
            new("detect-farrington", each, "ms a series", $"limit {LimitMilliseconds} ms", each / LimitMilliseconds),
            new("detect-rise", whole, "ms a series", $"three windows with p-values, two threads (Σp {judged.ToString("N0", CultureInfo.InvariantCulture)}); limit {LimitMilliseconds} ms", whole / LimitMilliseconds),
        ];
        if (Ask(sampled) is not { } theirs)
        {
            Log.Info("Rscript or its package surveillance is not installed (Debian: r-cran-surveillance): no peer");
            return figures;
        }

        var same = ours.Zip(theirs.Bounds).Count(pair => pair.First == pair.Second);
        figures.Add(new("detect-farrington-peer", each / theirs.Milliseconds, "times", $"R surveillance: {theirs.Milliseconds.ToString("N1", CultureInfo.InvariantCulture)} ms a series", each / theirs.Milliseconds));
        figures.Add(new("detect-farrington-same", 100.0 * same / Series, "%", $"bounds equal to R's, of {Series}", same / (double)Series));
        var (alarms, peers) = (Alarms(sampled, ours), Alarms(sampled, theirs.Bounds));
        figures.Add(new("detect-farrington-alarms", alarms, "series", $"above the bound at α {Alpha}; R: {peers}", peers == 0 ? 1 : alarms / (double)peers));
        return figures;
    }

    // The reference counts years as 52 weeks.
    static long? Bound(WeeklySeries series)
    {
        var now = series.Counts.Length - 1;
        return FarringtonFlexible.Fit(series.Counts, now, [.. Enumerable.Range(1, 5).Select(year => now - 52 * year)])?.Bound(Alpha);
    }

    static int Alarms(List<WeeklySeries> series, IReadOnlyList<long?> bounds) => series.Zip(bounds).Count(pair => pair.First.Counts[^1] > pair.Second);

    static (IReadOnlyList<long?> Bounds, double Milliseconds)? Ask(List<WeeklySeries> series)
    {
        var folder = Directory.CreateTempSubdirectory("acikkapi-farrington-").FullName;
        try
        {
            File.WriteAllLines(Path.Combine(folder, "series.csv"), series.Select(s => string.Join(',', s.Counts)));
            using var r = Process.Start(new ProcessStartInfo("Rscript", [Path.Combine(AppContext.BaseDirectory, "Benchmarks", "Detect", "farrington_peer.R"), Path.Combine(folder, "series.csv")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = r.StandardError.ReadToEndAsync();
            var lines = r.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            r.WaitForExit();
            errors.Wait();
            return r.ExitCode == 0
                ? ([.. lines[1..].Select(BoundOf)], Number(lines[0]))
                : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static long? BoundOf(string line) => line == "NA" || Number(line) > NoBound ? null : (long)Number(line);

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
