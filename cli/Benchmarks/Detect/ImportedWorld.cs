using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using MathNet.Numerics.Distributions;

namespace AcikKapi.Cli.Benchmarks.Detect;

/// <summary>
/// A planted <see cref="SeriesWorld"/> told case by case in the files of the history import: each count is so many applications, at units
/// of about 30 a week that answer in 5 working days (median; log-normal, σ 0.6), reopen one answer in twenty and hand on three cases in a
/// hundred. Among them are one that slows from 10 to 20 days, one that is quick but reopened three times as often, one with three fifths
/// of the late answers, and a pair of which one gets back 15 % of its cases.
/// </summary>
sealed class ImportedWorld
{
    const double WeeklyPerUnit = 30, Median = 5, Spread = 0.6, BetweenUnits = 0.05, Reopened = 0.05, HandedOn = 0.03, GivenBack = 0.05;
    const int MostUnits = 20;

    readonly SeriesWorld series;
    readonly Random random;
    readonly Dictionary<int, Unit[]> units;

    sealed record Unit(string Code, int Province, double Median);

    public static readonly DateOnly LastDay = SeriesWorld.LastMonday.AddDays(6);

    public IReadOnlyList<Plant> Plants => series.Plants;

    public string Slow { get; }

    public string Hasty { get; }

    public string Good { get; }

    /// <summary>The one that gets its cases back, and the one that gives them.</summary>
    public (string First, string Second) Pair { get; }

    public ImportedWorld(int seed)
    {
        series = new SeriesWorld(seed, planted: true);
        random = new Random(seed + 41);
        units = series.Cells.GroupBy(cell => cell.Key.Province).ToDictionary(g => g.Key, g => MakeUnits(g.Key, g.Sum(cell => (long)cell.Value.Sum()) / (double)SeriesWorld.Weeks));
        var busy = units.Values.Where(u => u.Length >= 3).OrderBy(_ => random.Next()).ToList();
        (Slow, Hasty, Good, Pair) = (busy[0][0].Code, busy[1][0].Code, busy[2][0].Code, (busy[3][0].Code, busy[3][1].Code));
        Change(Slow, 10);
        Change(Hasty, 2.5);
        Change(Good, 4);
    }

    public int ProvinceOf(string unit) => units.Values.SelectMany(u => u).First(u => u.Code == unit).Province;

    /// <summary>Writes units.csv, applications.csv and events.csv; only reopened and handed-on cases have events. Returns how many applications.</summary>
    public int Write(string folder)
    {
        using (var file = new StreamWriter(Path.Combine(folder, "units.csv")))
        {
            file.WriteLine("unit_code,name,institution,kind,province_code,district_code");
            foreach (var unit in units.Values.SelectMany(u => u)) file.WriteLine($"{unit.Code},Birim {unit.Code},Kurum,directorate,{unit.Province},");
        }

        using var applications = new StreamWriter(Path.Combine(folder, "applications.csv"));
        using var events = new StreamWriter(Path.Combine(folder, "events.csv"));
        applications.WriteLine("external_id,kind,channel,type_code,province_code,district_code,unit_code,received_at,routed_at,answered_at,closed_at,outcome,gender,birth_year");
        events.WriteLine("external_id,at,event,unit_code");
        var written = 0;
        foreach (var ((province, type), counts) in series.Cells)
            for (var week = 0; week < counts.Length; week++)
                for (var left = counts[week]; left > 0; left--)
                    if (week < counts.Length - 1 || random.NextDouble() >= SeriesWorld.Late)
                        WriteCase(applications, events, $"K{++written}", province, type, SeriesWorld.LastMonday.AddDays(-7 * (counts.Length - 1 - week)));
        return written;
    }

    Unit[] MakeUnits(int province, double weekly) =>
        [.. Enumerable.Range(1, Math.Clamp((int)Math.Round(weekly / WeeklyPerUnit), 1, MostUnits)).Select(i => new Unit($"{province}-{i}", province, Median * Math.Exp(BetweenUnits * Normal.Sample(random, 0, 1))))];

    void Change(string code, double median)
    {
        var all = units[ProvinceOf(code)];
        var index = Array.FindIndex(all, u => u.Code == code);
        all[index] = all[index] with { Median = median };
    }

    void WriteCase(StreamWriter applications, StreamWriter events, string id, int province, string type, DateOnly monday)
    {
        var at = units[province];
        var (unit, received) = (at[random.Next(at.Length)], monday.AddDays(Weekday(monday)));
        var slowed = unit.Code == Slow && received > LastDay.AddDays(-7 * SeriesWorld.PlantedWeeks) ? 2 : 1;
        var wait = (int)(unit.Median * slowed * Math.Exp(Spread * Normal.Sample(random, 0, 1)));
        var districts = Vocabulary.Current.DistrictsOf(province).ToArray();
        List<(string Event, DateOnly On, int Hour, string Unit)> log = [("received", received, 9, ""), ("routed", received, 11, unit.Code)];
        var (passed, returned) = unit.Code == Pair.First && random.NextDouble() < 0.15
            ? (Pair.Second, true)
            : at.Length > 1 && random.NextDouble() < HandedOn ? (at[(Array.IndexOf(at, unit) + 1 + random.Next(at.Length - 1)) % at.Length].Code, random.NextDouble() < GivenBack) : (null, false);
        if (passed is not null) log.Add(("rerouted", Later(received, 1), 12, passed));
        if (returned) log.Add(("rerouted", Later(received, 2), 12, unit.Code));
        var answered = Later(received, passed is null ? wait : Math.Max(wait, 3));
        log.Add(("answered", answered, 15, returned || passed is null ? unit.Code : passed));
        if (random.NextDouble() < Reopened * (unit.Code == Hasty ? 3 : 1))
        {
            log.Add(("reopened", Later(answered, 2), 10, ""));
            log.Add(("answered", answered = Later(answered, 5), 15, log[^2].Unit));
        }

        log.Add(("closed", answered, 16, ""));
        log.RemoveAll(step => step.On > LastDay);
        var hasEvents = log.Exists(step => step.Event is "rerouted" or "reopened");
        if (hasEvents)
            foreach (var (step, on, hour, to) in log) events.WriteLine($"{id},{Time(on, hour)},{step},{to}");
        applications.WriteLine(string.Join(',', id, random.Next(2) == 0 ? "complaint" : "request", "web", type, Text(province), Text(districts[random.Next(districts.Length)].Code), unit.Code, Time(received, 9), Time(received, 11),
            When(log, "answered"), When(log, "closed"), log[^1].Event == "closed" ? "resolved" : "", random.Next(2) == 0 ? "female" : "male", Text(1946 + random.Next(60))));
    }

    // Weekends and holidays have a fifth of a working day: the web does not close.
    int Weekday(DateOnly monday)
    {
        while (true)
        {
            var day = random.Next(7);
            if (WorkingCalendar.Turkey.IsWorkingDay(monday.AddDays(day)) || random.Next(5) == 0) return day;
        }
    }

    static DateOnly Later(DateOnly day, int workingDays) => workingDays == 0 ? day : WorkingCalendar.Turkey.Deadline(day, workingDays);

    static string When(List<(string Event, DateOnly On, int Hour, string Unit)> log, string step) => log.FindLast(s => s.Event == step) is { Event: not null } found ? Time(found.On, found.Hour) : "";

    static string Time(DateOnly day, int hour) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{hour:00}:00:00+03:00");

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
