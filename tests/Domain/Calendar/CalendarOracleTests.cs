using System.Diagnostics;
using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Domain.Calendar;

/// <summary>Two calendars made by others; each disagreement is listed with its cause in docs/calendar-check.md.</summary>
public sealed class CalendarOracleTests
{
    const string Workalendar = """
        from workalendar.europe import Turkey
        for year in range(2017, 2028):
            for day, _ in Turkey().holidays(year): print(day.isoformat())
        """;

    // A feast begins at sunset there: the day on which it begins counts only when it begins before noon.
    const string DateHolidays = """
        const turkey = new (require('date-holidays'))('TR'), day = 86400000, zone = 3 * 3600000;
        for (let year = 2017; year <= 2027; year++)
          for (const h of turkey.getHolidays(year).filter(h => h.type === 'public')) {
            const start = h.start.getTime() + zone, end = h.end.getTime() + zone;
            for (let d = Math.floor(start / day) + (start % day >= day / 2 ? 1 : 0); d * day < end; d++) console.log(new Date(d * day).toISOString().slice(0, 10));
          }
        """;

    [Fact(Skip = "ACIKKAPI_ORACLES is not 1", SkipType = typeof(Suites), SkipUnless = nameof(Suites.Oracles))]
    public async Task Workalendar_DisagreesOnlyWhereListed()
    {
        var (ok, days) = await RunAsync("/usr/bin/python3", ["-W", "ignore", "-c", Workalendar], "/");
        Assert.SkipUnless(ok, "python3-workalendar is not installed (apt-get install python3-workalendar)");
        Assert.Equal(Listed("workalendar"), Disagreements(days));
    }

    [Fact(Skip = "ACIKKAPI_ORACLES is not 1", SkipType = typeof(Suites), SkipUnless = nameof(Suites.Oracles))]
    public async Task DateHolidays_DisagreesOnlyWhereListed()
    {
        var folder = Directory.CreateTempSubdirectory("acikkapi-calendar-").FullName;
        try
        {
            var (installed, _) = await RunAsync("npm", ["install", "--silent", "--prefix", folder, "date-holidays"], folder);
            Assert.SkipUnless(installed, "npm's date-holidays cannot be installed here");
            var (_, days) = await RunAsync("node", ["-e", DateHolidays], folder);
            Assert.Equal(Listed("date-holidays"), Disagreements(days));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static List<string> Disagreements(HashSet<DateOnly> theirs)
    {
        Assert.True(theirs.Count > 100);
        var calendar = WorkingCalendar.Turkey;
        return [.. Enumerable.Range(calendar.FirstDay.DayNumber, calendar.LastDay.DayNumber - calendar.FirstDay.DayNumber + 1).Select(DateOnly.FromDayNumber)
            .Where(day => theirs.Contains(day) != calendar.HolidayOn(day) is { IsHalfDay: false })
            .Select(day => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {(theirs.Contains(day) ? "off" : "working")}"))];
    }

    static List<string> Listed(string calendar) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests/Domain/Calendar/disagreements.csv")).Select(line => line.Split(','))
            .Where(row => row[0] == calendar).Select(row => $"{row[1]} {row[2]}")];

    static async Task<(bool Ok, HashSet<DateOnly> Days)> RunAsync(string program, string[] arguments, string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
            var errors = process.StandardError.ReadToEndAsync();
            var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            await process.WaitForExitAsync();
            await errors;
            return (process.ExitCode == 0, [.. lines.Where(l => DateOnly.TryParseExact(l, "yyyy-MM-dd", out _)).Select(l => DateOnly.ParseExact(l, "yyyy-MM-dd", CultureInfo.InvariantCulture))]);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (false, []); // no such program
        }
    }
}
