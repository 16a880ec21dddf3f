using Npgsql;

namespace AcikKapi.Tests.Support;

/// <summary>
/// A real PostgreSQL for the tests: one migrated template a run, one clone of it a caller.
/// ACIKKAPI_TEST_POSTGRES is a superuser's connection string; `./acikkapi test` starts a private server and sets it.
/// </summary>
public static class PostgresServer
{
    static readonly string Server = Environment.GetEnvironmentVariable("ACIKKAPI_TEST_POSTGRES")
        ?? "Host=127.0.0.1;Port=54329;Username=acikkapi;Database=postgres";

    static readonly string Template = $"template_{Environment.ProcessId}";

    static readonly Lazy<Task> Migrated = new(MigrateTemplateAsync);

    /// <summary>Keys and role passwords that all databases of this run share.</summary>
    public static string Keys { get; } = Directory.CreateTempSubdirectory("acikkapi-keys-").FullName;

    /// <summary>A secret of the keys folder, made by the first migration.</summary>
    public static async Task<string> SecretAsync(string file)
    {
        await Migrated.Value;
        return (await File.ReadAllTextAsync(Path.Combine(Keys, file))).Trim();
    }

    public static async Task<TestDatabase> CreateDatabaseAsync()
    {
        await Migrated.Value;
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name} template {Template}");
        return new TestDatabase(Owner(name), Role(name, "acikkapi_app", "app"), Role(name, "acikkapi_ingest", "ingest"), Keys);
    }

    /// <summary>An owner's connection to a database with nothing in it; drop it afterwards.</summary>
    public static async Task<string> CreateEmptyDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name} template template0");
        return Owner(name);
    }

    public static Task DropDatabaseAsync(string owner) => ExecuteAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(owner).Database} with (force)");

    static async Task MigrateTemplateAsync()
    {
        await ExecuteAsync($"drop database if exists {Template}");
        await ExecuteAsync($"create database {Template}");
        await Programs.RunAsync("AcikKapi.Intake", ["migrate"], new()
        {
            ["ConnectionStrings__Intake"] = Owner(Template),
            ["ACIKKAPI_KEYS"] = Keys,
        });
    }

    // The template's unpooled: a connection kept open would keep the database from being cloned.
    static string Owner(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, Pooling = database != Template }.ConnectionString;

    static string Role(string database, string role, string password) =>
        new NpgsqlConnectionStringBuilder(Server)
        {
            Database = database,
            Username = role,
            Password = File.ReadAllText(Path.Combine(Keys, $"{password}.password")).Trim(),
        }.ConnectionString;

    internal static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // the names are this class's own
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A migrated database of one's own; dropped when disposed.</summary>
public sealed record TestDatabase(string Owner, string App, string Ingest, string Keys) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        foreach (var pooled in (string[])[Owner, App, Ingest])
            await using (var pool = new NpgsqlConnection(pooled)) NpgsqlConnection.ClearPool(pool);
        await PostgresServer.ExecuteAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(Owner).Database} with (force)");
    }
}
