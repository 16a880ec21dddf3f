using AcikKapi.Warehouse;
using DuckDB.NET.Data;
using Microsoft.Extensions.Caching.Memory;

namespace AcikKapi.Dashboard.Releases;

/// <summary>One place's file of one night, open as long as somebody works on it, and what pages have worked out of it.</summary>
public sealed class Cut : IDisposable
{
    const long MostMemoryMb = 512;
    const int MostRemembered = 400; // pages' figures; the least used go first

    readonly DuckDBConnection _keepsOpen;
    readonly MemoryCache _remembered = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    public Cut(string file)
    {
        File = file;
        LockedFile = Path.ChangeExtension(file, ".query.duckdb");
        System.IO.File.Delete(LockedFile);
        DurableFile.Link(file, LockedFile);
        _keepsOpen = Open();
    }

    public string File { get; }

    /// <summary>Another name of the file, by which it is opened as a database of its own with other settings.</summary>
    public string LockedFile { get; }

    /// <summary>A connection of the caller's own.</summary>
    public DuckDBConnection Open() => DuckDb.Open(File, readOnly: true, mostMemoryMb: MostMemoryMb);

    /// <summary>Worked out once for all who ask; the file never changes.</summary>
    public T Remembered<T>(string what, Func<T> make) where T : class => _remembered.GetOrCreate(what, entry =>
    {
        entry.Size = 1;
        return make();
    })!;

    public void Dispose()
    {
        _keepsOpen.Dispose();
        _remembered.Clear(); // not disposed: a request that began before the night may still ask
        System.IO.File.Delete(LockedFile);
        System.IO.File.Delete(File);
    }
}
