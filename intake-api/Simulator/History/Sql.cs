using Npgsql;

namespace AcikKapi.Simulator.History;

/// <summary>The embedded .sql files beside the operations that run them.</summary>
static class Sql
{
    // Without the 30 s that Npgsql allows by itself: the check of a million applications' keys takes longer on a busy
    // machine, and would undo them all. The caller's token still stops it.
#pragma warning disable CA2100 // the text is a file of this project
    public static NpgsqlCommand Command(string file, NpgsqlConnection connection) => new(Read(file), connection) { CommandTimeout = 0 };
#pragma warning restore CA2100

    public static string Read(string file)
    {
        using var stream = typeof(Sql).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
