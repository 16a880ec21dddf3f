using System.Globalization;
using AcikKapi.Dashboard.SignIn;
using DuckDB.NET.Data;
using Microsoft.Extensions.Caching.Memory;

namespace AcikKapi.Dashboard.Releases;

/// <summary>
/// The newest night, one file a place. The night renames its new files over the old: a file of another time or length is another night, and
/// whoever asks next gets a file cut from it, under a name of its own, since DuckDB keeps an open file by its name.
/// </summary>
public sealed class CurrentRelease : IDisposable
{
    const int MostOpen = 24;
    static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    readonly WorkbenchSettings _settings;
    readonly MemoryCache _open = new(new MemoryCacheOptions { SizeLimit = MostOpen, ExpirationScanFrequency = TimeSpan.FromMinutes(1) });
    readonly Lock _cutting = new();

    public CurrentRelease(WorkbenchSettings settings)
    {
        _settings = settings;
        if (Directory.Exists(settings.Cuts)) Directory.Delete(settings.Cuts, recursive: true);
        Directory.CreateDirectory(settings.Cuts, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Null: no night has published yet, or none of this version of the program, which tells tables that an older one did not.</summary>
    public Cut? Of(Officer officer)
    {
        var source = new FileInfo(officer.IsMinistry ? _settings.Warehouse.Ministry : _settings.Warehouse.Published);
        if (!source.Exists) return null;
        var name = string.Create(CultureInfo.InvariantCulture, $"{officer.Place.Folder}-{source.LastWriteTimeUtc.Ticks:x}-{source.Length:x}");
        if (_open.TryGetValue(name, out Cut? cut)) return cut;
        lock (_cutting) // one file at a time: it takes a second and the machine's memory is shared
            return _open.TryGetValue(name, out cut) ? cut : Begin(officer, name);
    }

    Cut? Begin(Officer officer, string name)
    {
        // Yesterday's file of the same place goes as soon as nobody reads it any more.
        foreach (var old in _open.Keys.OfType<string>().Where(key => key.StartsWith(officer.Place.Folder + "-", StringComparison.Ordinal)).ToList()) _open.Remove(old);
        var file = Path.Combine(_settings.Cuts, $"{name}.duckdb");
        if (File.Exists(file)) File.Delete(file);
        try
        {
            CutRelease.Write(_settings.Warehouse, officer, file);
        }
        catch (DuckDBException error) when (error.Message.Contains("does not exist", StringComparison.Ordinal))
        {
            File.Delete(file);
            return null;
        }
        return _open.Set(name, new Cut(file), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Idle }
            .RegisterPostEvictionCallback((_, cut, _, _) => ((Cut)cut!).Dispose()));
    }

    public void Dispose()
    {
        foreach (var name in _open.Keys.ToList()) _open.Remove(name);
        _open.Dispose();
    }
}
