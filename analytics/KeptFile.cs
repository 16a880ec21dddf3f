using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics;

/// <summary>One night's file in kept/. A rerun puts a whole new file in the old one's place; a reader never meets half of one.</summary>
static class KeptFile
{
    const UnixFileMode OwnerReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void Write(DuckDBConnection connection, string query, string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(folder, OwnerReadWrite | UnixFileMode.UserExecute);
        // Not *.parquet: the views over kept/ read every file of that name.
        var unfinished = file + ".unfinished";
        connection.Execute($"copy ({query}) to {DuckDb.Quote(unfinished)} (format parquet)");
        File.SetUnixFileMode(unfinished, OwnerReadWrite);
        File.Move(unfinished, file, overwrite: true);
    }
}
