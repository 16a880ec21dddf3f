using System.Diagnostics;
using AcikKapi.Tests.Intake;
using AcikKapi.Tests.Support;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Operations;

/// <summary>P24: the scripts of deploy/, as a new administrator would call them: the backup restores, counts and checksums equal.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("acikkapi-backup-").FullName;
    RunningIntake _intake = null!;

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync();
        for (var i = 0; i < 20; i++) await _intake.AcceptedAsync(i % 3 == 0 ? Bodies.TipOff() : i % 3 == 1 ? Bodies.With("confidential", "true") : Bodies.Valid(34, 1421));
    }

    public async ValueTask DisposeAsync()
    {
        await _intake.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Backup_RestoresWithEqualCountsAndChecksums()
    {
        var dump = (await RunAsync("backup.sh", _intake.Database.Owner)).Output.Trim();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(dump));
        Assert.Contains("intake.applications|20|", await File.ReadAllTextAsync(Path.ChangeExtension(dump, ".counts"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var copy = await PostgresServer.CreateEmptyDatabaseAsync();
        try
        {
            var restored = await RunAsync("restore.sh", copy, dump);
            Assert.True(restored.ExitCode == 0, restored.Errors);
            Assert.Contains("checksums equal", restored.Output, StringComparison.Ordinal);
            Assert.Equal(1, (await RunAsync("restore.sh", copy, dump)).ExitCode); // never over something
            await using var app = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_intake.Database.App) { Database = new NpgsqlConnectionStringBuilder(copy).Database, Pooling = false }.ConnectionString);
            Assert.Equal(0, await Dapper.SqlMapper.ExecuteScalarAsync<int>(app, "select count(*) from intake.applications")); // row security came along
        }
        finally
        {
            await PostgresServer.DropDatabaseAsync(copy);
        }
    }

    /// <summary>The control: a role under row security would dump a part that looks like the whole.</summary>
    [Fact]
    public async Task RoleUnderRowSecurity_IsRefused()
    {
        var result = await RunAsync("backup.sh", _intake.Database.App);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("does not see every row", result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task LostRow_IsNoticedByTheComparison()
    {
        var dump = (await RunAsync("backup.sh", _intake.Database.Owner)).Output.Trim();
        var counts = Path.ChangeExtension(dump, ".counts");
        await File.WriteAllTextAsync(counts, (await File.ReadAllTextAsync(counts, TestContext.Current.CancellationToken)).Replace("intake.applications|20|", "intake.applications|21|", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var copy = await PostgresServer.CreateEmptyDatabaseAsync();
        try
        {
            var restored = await RunAsync("restore.sh", copy, dump);
            Assert.Equal(1, restored.ExitCode);
            Assert.Contains("counts differ", restored.Errors, StringComparison.Ordinal);
        }
        finally
        {
            await PostgresServer.DropDatabaseAsync(copy);
        }
    }

    async Task<ProgramResult> RunAsync(string script, string database, params string[] arguments)
    {
        var to = new NpgsqlConnectionStringBuilder(database);
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "deploy", script), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[] { ("PGHOST", to.Host), ("PGPORT", $"{to.Port}"), ("PGUSER", to.Username), ("PGPASSWORD", to.Password), ("PGDATABASE", to.Database), ("BACKUP_DIR", _folder) }) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ProgramResult(process.ExitCode, await output, await errors);
    }
}
