using System.Diagnostics;
using System.Globalization;
using AcikKapi.Reports.Filling;
using AcikKapi.Warehouse;
using Dapper;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>Every query of a governor's brief, as the brief asks it, beside the same question to the intake's own tables.</summary>
static class BriefQuestions
{
    const double LimitMs = 100, TimesFaster = 30;
    const int Asked = 21, Istanbul = 34;

    static readonly DateOnly Month = new(2026, 9, 1);

    /// <summary>Each query's file, the figure's name, what alone differs between two askings of one file.</summary>
    static readonly (string File, string Level)[] Questions =
    [
        ("Filling/meta", ""), ("Filling/key_figures", ""), ("Filling/types", "topic"), ("Filling/types", "heading"), ("Filling/rising_types", ""),
        ("Filling/flags", ""), ("Filling/units", ""), ("Filling/groups", ""), ("Filling/places", ""), ("Charts/weekly_trend", ""), ("Charts/monthly_trend", ""),
    ];

    public static async Task<List<Figure>> AskAsync(BenchHome bench, WarehousePaths paths, CancellationToken cancel)
    {
        await using var owner = bench.Installation.OpenAsOwner();
        await using var intake = await owner.OpenConnectionAsync(cancel);
        using var published = new Published(DuckDb.Open(paths.Published, readOnly: true));
        var month = Month.ToDateTime(TimeOnly.MinValue);
        var atIntake = new { province = (short)Istanbul, month = new DateTimeOffset(month, TimeSpan.FromHours(3)).UtcDateTime };
        var figures = new List<Figure>();
        foreach (var (file, level) in Questions)
        {
            var name = Path.GetFileName(file);
            var atMart = new { scope = "il:34", period = "2026-09", start = month, end = month.AddMonths(1).AddDays(-1), latest = false, plate = Istanbul, district = 0, level, limit = 12 };
            var mart = Median(Asked, () => published.Rows<object>($"{file}.sql", atMart).Count);
            figures.Add(new($"brief-{name}{(level.Length > 0 ? "-" + level : "")}", mart, "ms", $"limit {LimitMs} ms", mart / LimitMs));
            if (PeerOf(name) is not { } sql) continue;
            var peer = Median(bench.Runs, () => intake.Query(sql, atIntake, commandTimeout: 0).AsList().Count);
            figures.Add(figures[^1] with { Name = figures[^1].Name + "-peer", Value = peer / mart, Unit = "times faster", ComparedWith = string.Create(CultureInfo.InvariantCulture, $"the same question to PostgreSQL: {peer:N1} ms; asked: {TimesFaster} times"), Ratio = peer / mart / TimesFaster });
        }
        return figures;
    }

    // What the file says of itself, and flags, the intake does not know.
    static string? PeerOf(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Benchmarks", "Questions", $"{name}.sql");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    /// <summary>Milliseconds; the first asking, which reads the file, does not count.</summary>
    static double Median(int times, Func<int> ask)
    {
        ask();
        return BenchHome.Median(Enumerable.Range(0, times).Select(_ =>
        {
            var clock = Stopwatch.StartNew();
            ask();
            return clock.Elapsed.TotalMilliseconds;
        }));
    }
}
