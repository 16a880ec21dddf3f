using System.Globalization;
using AcikKapi.Domain;
using DuckDB.NET.Data;

namespace AcikKapi.Warehouse;

/// <summary>Opens DuckDB files with the settings every room shares.</summary>
public static class DuckDb
{
    const UnixFileMode OwnerReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    const long MostMemoryMb = 3072;

    // A third smaller and a quarter faster to write than the form that DuckDB chooses by itself, which every version since 0.10 reads.
    const string NewestStorage = "latest";

    /// <summary>For files that others open with a DuckDB of their own.</summary>
    public const string StorageForOthers = "v1.0.0";

    /// <summary>
    /// An open connection. Extensions are never fetched (icu, json and parquet are built in); instants are UTC.
    /// A file that is made here is the owner's alone, and in the newest form unless <paramref name="storage"/> names another.
    /// </summary>
    public static DuckDBConnection Open(string path, bool readOnly = false, string storage = NewestStorage, long mostMemoryMb = MostMemoryMb)
    {
        var isNew = path != ":memory:" && !File.Exists(path);
        var connection = new DuckDBConnection($"Data Source={path};ACCESS_MODE={(readOnly ? "READ_ONLY" : "AUTOMATIC")};storage_compatibility_version={storage}");
        try
        {
            connection.Open();
            if (isNew) File.SetUnixFileMode(path, OwnerReadWrite);
            Execute(connection, Settings(mostMemoryMb));
            return connection;
        }
        catch (Exception e)
        {
            connection.Dispose();
            if (e is DuckDBException && DiskFull(e.Message) is { } full) throw full;
            throw;
        }
    }

    // A row group is compressed as soon as it is whole: DuckDB otherwise keeps five of each table, and a load takes a seventh longer.
    // At most 3 GB: more rows spill to the disk beside the file instead of asking for more (docs/benchmarks.md), and the label step
    // and PostgreSQL live on the same machine. Rows keep the order in which they came: without it raw's deletes took twice as long.
    static string Settings(long mostMemoryMb) => string.Create(CultureInfo.InvariantCulture, $"""
        set autoinstall_known_extensions = false;
        set autoload_known_extensions = false;
        set TimeZone = 'UTC';
        set write_buffer_row_group_count = 1;
        set threads = {Environment.ProcessorCount};
        set memory_limit = '{Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / 1024 / 1024, 512, mostMemoryMb)}MiB';
        """);

    public static int Execute(this DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // SQL from embedded files, file names and declared table names; never from a user
        command.CommandText = sql;
#pragma warning restore CA2100
        return Told(command.ExecuteNonQuery);
    }

    /// <summary>The first column of the first row, as a whole number.</summary>
    public static long Count(this DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // as above
        command.CommandText = sql;
#pragma warning restore CA2100
        return Told(() => Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture));
    }

    /// <summary>What to say where DuckDB's message means that the disk has no more room; else null.</summary>
    public static UserError? DiskFull(string message) =>
        message.Contains("No space left on device", StringComparison.Ordinal) || message.Contains("max_temp_directory_size", StringComparison.Ordinal)
            ? new UserError("The disk is full: nothing was published, and what was published before stands. A night needs about three times the size of raw.duckdb; make room, then run the command again.")
            : null;

    static T Told<T>(Func<T> statement)
    {
        try
        {
            return statement();
        }
        catch (DuckDBException e) when (DiskFull(e.Message) is { } full)
        {
            throw full;
        }
    }

    /// <summary>A text as a quoted SQL literal, for file names, which DuckDB takes nowhere as parameters.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Quoted date literal: date '2026-11-23'.</summary>
    public static string Literal(DateOnly day) => $"date '{WarehousePaths.Name(day)}'";
}
