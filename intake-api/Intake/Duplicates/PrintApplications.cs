using AcikKapi.Domain.Reference;
using AcikKapi.Domain.Text;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Duplicates;

/// <summary>
/// Makes the prints that are missing: some at each question, so that no submission need wait for its own, and every minute the rest of
/// the provinces that were asked at all.
/// </summary>
public sealed class PrintApplications(PlaceTransaction database, ILogger<PrintApplications> log) : PeriodicWork(TimeSpan.FromMinutes(1), log)
{
    /// <summary>Made at once; few enough that whoever asks hardly notices.</summary>
    public const int AtOnce = 1000;

    sealed record Progress(string? Since, string Until);

    // Properties, not parameters: Dapper finds no constructor for arrays.
    sealed record Unprinted
    {
        public long ApplicationId { get; init; }
        public byte[]? PersonPseudonym { get; init; }
        public string ScrubbedText { get; init; } = "";
    }

    /// <returns>Whether none is missing any more, as far as the transaction sees; and how many were made.</returns>
    public static async Task<(bool IsComplete, int Made)> SomeAsync(PlaceWork work, int province)
    {
        var progress = (await work.FindAsync<Progress>("Duplicates/ReadPrintProgress.sql", new { province }))!;
        var missing = await work.ListAsync<Unprinted>("Duplicates/FindUnprinted.sql", new { province, since = progress.Since ?? "0", limit = AtOnce });
        var made = missing.Count == 0 ? 0 : await AddAsync(work, province, missing);
        var isComplete = missing.Count < AtOnce && made == missing.Count;
        if (isComplete || progress.Since is null) await work.ExecuteAsync("Duplicates/SavePrintProgress.sql", new { province, until = isComplete ? progress.Until : "0" });
        return (isComplete, made);
    }

    protected override async Task DoAsync(CancellationToken stop)
    {
        foreach (var province in Vocabulary.Current.Provinces.Codes)
            // Where nothing can be made, somebody holds what is missing: it is left for the next minute.
            while (await database.RunAsync(province, async work => await IsNeverAskedAsync(work, province) ? default : await SomeAsync(work, province), stop) is { IsComplete: false, Made: > 0 }) { }
    }

    static async Task<bool> IsNeverAskedAsync(PlaceWork work, int province) => (await work.FindAsync<Progress>("Duplicates/ReadPrintProgress.sql", new { province }))!.Since is null;

    static Task<int> AddAsync(PlaceWork work, int province, IReadOnlyList<Unprinted> missing)
    {
        // Zeros where a text is too short to be like another: found by its person all the same, and not asked again.
        var prints = missing.Select(m => MinHash.Of(m.ScrubbedText) ?? new int[MinHash.Size]).ToList();
        var bands = prints.Select(print => MinHash.Bands(print)).ToList();
        return work.ExecuteAsync("Duplicates/AddPrints.sql", new
        {
            province, applications = missing.Select(m => m.ApplicationId).ToArray(), persons = missing.Select(m => m.PersonPseudonym).ToArray(),
            prints = prints.SelectMany(p => p).ToArray(), size = MinHash.Size, bands = bands.SelectMany(b => b).ToArray(), bandCount = bands[0].Length,
        });
    }
}
