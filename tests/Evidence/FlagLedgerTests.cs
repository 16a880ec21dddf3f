using AcikKapi.Analytics.Evidence;
using AcikKapi.Domain;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Evidence;

public sealed class FlagLedgerTests : IDisposable
{
    static readonly DateOnly First = new(2026, 9, 1);
    readonly WarehousePaths paths = new(Directory.CreateTempSubdirectory("acikkapi-ledger-").FullName);

    [Fact]
    public void Matter_IsNewThenContinuesThenEnds()
    {
        Keep(0, "A");
        Assert.Equal(["A new 2026-09-01 2026-09-01 ∅ 1"], Ledger(0));
        Keep(1, "A", "B");
        Assert.Equal(["A continuing 2026-09-01 2026-09-02 ∅ 2", "B new 2026-09-02 2026-09-02 ∅ 1"], Ledger(1));
        Keep(4, "B");
        Assert.Equal(["B continuing 2026-09-02 2026-09-05 ∅ 2", "A ended 2026-09-01 2026-09-02 2026-09-05 2"], Ledger(4));
        Assert.Equal(["A new 2026-09-01 2026-09-01 ∅ 1"], Ledger(0)); // an earlier night knows nothing of later ones
    }

    [Theory]
    [InlineData(14, "A continuing 2026-09-01 2026-09-15 ∅ 2")]
    [InlineData(15, "A new 2026-09-16 2026-09-16 ∅ 1|A ended 2026-09-01 2026-09-01 2026-09-09 1")]
    public void ComingBack_IsTheSameMatterWithinTwoWeeks(int day, string ledger)
    {
        Keep(0, "A");
        Keep(8, Array.Empty<string>());
        Keep(day, "A");
        Assert.Equal(ledger.Split('|'), Ledger(day));
    }

    [Fact]
    public void KeepsTheIdOfItsFirstNight_AndTheWordsOfItsLast()
    {
        Keep(0, "A");
        Keep(3, "A");
        var matter = Assert.Single(ReadLedger.Run(paths, null));
        Assert.Equal(("2026-09-01/A", "Night 3", First.AddDays(-28)), (matter.FlagId, matter.Sentence, matter.Since));
    }

    [Fact]
    public void ClusterThatGrows_IsOneMatter()
    {
        Keep(0, ("c", "cluster", "4|36"));
        Keep(1, ("c", "cluster", "4|36|76"));
        Assert.Equal(2, Assert.Single(ReadLedger.Run(paths, null)).Nights);
    }

    [Fact]
    public void NightsInAnyOrder_AndTwice_GiveWhatCountingGives() =>
        Gen.Select(Gen.Int[0, 15].Array[0, 4], Gen.Int[1, 9]).Array[1, 9].Select(Gen.Int[0, 1000]).Sample((nights, seed) =>
        {
            foreach (var file in Directory.Exists(paths.Flags) ? Directory.GetFiles(paths.Flags) : []) File.Delete(file);
            var day = 0;
            var runs = nights.Select(n => (Day: day += n.Item2, Keys: n.Item1.Distinct().Select(k => $"K{k:00}").ToArray())).ToList();
            foreach (var (on, keys) in runs.OrderBy(r => HashCode.Combine(r.Day, seed))) Keep(on, keys);
            var last = runs[^1].Day;
            var once = Ledger(last);
            Keep(runs[seed % runs.Count].Day, runs[seed % runs.Count].Keys);
            Assert.Equal(once, Ledger(last));
            Assert.Equal(Counted(runs).Order(StringComparer.Ordinal), once.Order(StringComparer.Ordinal));
        }, iter: 12, threads: 1);

    [Fact]
    public void NothingFlaggedYet_NamesTheCommand()
    {
        Assert.Contains("./acikkapi nightly", Assert.Throws<UserError>(() => ReadLedger.Run(paths, null)).Message, StringComparison.Ordinal);
        Assert.Contains("--as-of 2026-09-01", Assert.Throws<UserError>(() => ReadLedger.Run(paths, First)).Message, StringComparison.Ordinal);
    }

    // The same by hand: walk the nights, and remember.
    static IEnumerable<string> Counted(List<(int Day, string[] Keys)> runs)
    {
        foreach (var key in runs.SelectMany(r => r.Keys).Distinct())
        {
            List<List<int>> spells = [];
            foreach (var (day, _) in runs.Where(r => r.Keys.Contains(key)))
                if (spells.Count > 0 && day - spells[^1][^1] <= 14) spells[^1].Add(day);
                else spells.Add([day]);
            foreach (var spell in spells)
            {
                var ended = runs.Where(r => r.Day > spell[^1]).Select(r => (int?)r.Day).FirstOrDefault();
                var state = ended is not null ? "ended" : spell.Count == 1 ? "new" : "continuing";
                yield return $"{key} {state} {Name(spell[0])} {Name(spell[^1])} {(ended is { } e ? Name(e) : "∅")} {spell.Count}";
            }
        }
    }

    static string Name(int day) => WarehousePaths.Name(First.AddDays(day));

    string[] Ledger(int day) =>
        [.. ReadLedger.Run(paths, First.AddDays(day)).Select(m =>
            $"{m.TypeCode} {m.State} {WarehousePaths.Name(m.FirstSeen)} {WarehousePaths.Name(m.LastSeen)} {(m.EndedOn is { } e ? WarehousePaths.Name(e) : "∅")} {m.Nights}")];

    void Keep(int day, params string[] types) => Keep(day, [.. types.Select(t => (t, "province", "76"))]);

    void Keep(int day, params (string Type, string Level, string Places)[] flags)
    {
        Directory.CreateDirectory(paths.Flags);
        using var memory = DuckDb.Open(":memory:");
        memory.Execute(EmbeddedSql.Read(typeof(FlagLedgerTests).Assembly, "Support/no_flags.sql"));
        var night = First.AddDays(day);
        foreach (var (type, level, places) in flags)
            memory.Execute($"""
                insert into flags values ('{WarehousePaths.Name(night)}/{type}', {DuckDb.Literal(night)}, 'sudden_rise', 'problem', '{level}', '{places}', null, null,
                  '{type}', null, {DuckDb.Literal(night.AddDays(-28))}, {DuckDb.Literal(night.AddDays(-1))}, 20, 10, 2, 5, 15, 0.001, 0.01, 'Night {day}', 'il:76', '')
                """);
        memory.Execute($"copy flags to {DuckDb.Quote(Path.Combine(paths.Flags, $"{WarehousePaths.Name(night)}.parquet"))} (format parquet)");
    }

    public void Dispose() => Directory.Delete(paths.Folder, recursive: true);
}
