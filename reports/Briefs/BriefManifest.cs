using System.Collections.Concurrent;
using System.Text.Json;

namespace AcikKapi.Reports;

/// <summary>One brief of the manifest: where it lies below the out folder ("il-76/2026-10"), its title and what it says, hashed.</summary>
public sealed record ManifestEntry(string Path, string Title, string ContentHash);

/// <summary>
/// briefs.json beside the out folder: what is printed there. A brief is printed again only when it says something else or is gone.
/// </summary>
public sealed class BriefManifest
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    readonly string _file;
    readonly ConcurrentDictionary<string, ManifestEntry> _entries;

    BriefManifest(string file, IEnumerable<ManifestEntry> entries) =>
        (_file, _entries) = (file, new(entries.ToDictionary(entry => entry.Path, StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>Empty where there is none, or none that can be read: then everything is printed once more.</summary>
    public static BriefManifest Read(string file)
    {
        try
        {
            return new(file, File.Exists(file) ? JsonSerializer.Deserialize<List<ManifestEntry>>(File.ReadAllText(file), Options) ?? [] : []);
        }
        catch (JsonException)
        {
            return new(file, []);
        }
    }

    public IReadOnlyList<ManifestEntry> Entries => [.. _entries.Values.OrderBy(entry => entry.Path, StringComparer.Ordinal)];

    public ManifestEntry? Of(BriefScope scope, BriefPeriod period) => _entries.GetValueOrDefault(Key(scope, period));

    internal bool Knows(PrintedBrief brief) =>
        Of(brief.Scope, brief.Period)?.ContentHash == brief.ContentHash && File.Exists(brief.Pdf) && File.Exists(brief.Html) && File.Exists(brief.Csv);

    public void Note(PrintedBrief brief) =>
        _entries[Key(brief.Scope, brief.Period)] = new(Key(brief.Scope, brief.Period), brief.Title, brief.ContentHash);

    /// <summary>Written whole beside itself and renamed.</summary>
    public void Write()
    {
        File.WriteAllText(_file + ".part", JsonSerializer.Serialize(Entries, Options));
        File.Move(_file + ".part", _file, overwrite: true);
    }

    static string Key(BriefScope scope, BriefPeriod period) => $"{scope.Folder}/{period.Code}";
}
