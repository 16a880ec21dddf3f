using System.Collections.Concurrent;
using System.Reflection;
using Npgsql;

namespace AcikKapi.Intake.Postgres;

/// <summary>The embedded .sql files, by their path in this project: <c>Sql.Read("Applications/GetApplication.sql")</c>.</summary>
public static class Sql
{
    static readonly ConcurrentDictionary<string, string> Files = new(StringComparer.Ordinal);

    public static string Read(string file) => Files.GetOrAdd(file, static name =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>A command of one file, for the owner's work outside a <see cref="PlaceTransaction"/>.</summary>
#pragma warning disable CA2100 // the text is a file of this project
    public static NpgsqlCommand Command(string file, NpgsqlConnection connection) => new(Read(file), connection);
#pragma warning restore CA2100
}
