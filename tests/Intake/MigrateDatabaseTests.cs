using AcikKapi.Domain.Reference;
using AcikKapi.Tests.Support;
using Dapper;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Intake;

public sealed class MigrateDatabaseTests
{
    [Fact]
    public async Task MigratingTwice_ChangesNothing()
    {
        await using var database = await PostgresServer.CreateDatabaseAsync();
        await using var owner = new NpgsqlConnection(database.Owner);
        const string State = """
            select concat_ws(' ', (select sum(xmin::text::bigint) from reference.districts), (select sum(xmin::text::bigint) from reference.types),
                             (select sum(xmin::text::bigint) from intake.bureaus), (select count(*) from schemaversions))
            """;
        var before = await owner.ExecuteScalarAsync<string>(State);
        await Programs.RunAsync("AcikKapi.Intake", ["migrate"], RunningIntake.Environment(database));
        Assert.Equal(before, await owner.ExecuteScalarAsync<string>(State));
    }

    [Fact]
    public async Task ReferenceTables_HoldTheVocabulary()
    {
        await using var database = await PostgresServer.CreateDatabaseAsync();
        await using var owner = new NpgsqlConnection(database.Owner);
        Assert.Equal(Vocabulary.Current.Districts.Count, await owner.ExecuteScalarAsync<int>("select count(*) from reference.districts"));
        Assert.Equal(Vocabulary.Current.Types.Count, await owner.ExecuteScalarAsync<int>("select count(*) from reference.types"));
        Assert.Equal(81, await owner.ExecuteScalarAsync<int>("select count(*) from intake.bureaus where district_code is null"));
        Assert.Equal("Iğdır Valiliği Açık Kapı Bürosu", await owner.ExecuteScalarAsync<string>("select name from intake.bureaus where bureau_code = '76'"));
    }

    [Fact]
    public async Task ChangedReferenceRow_IsSetRight()
    {
        await using var database = await PostgresServer.CreateDatabaseAsync();
        await using var owner = new NpgsqlConnection(database.Owner);
        await owner.ExecuteAsync("update reference.provinces set name = 'Igdir' where province_code = 76; delete from reference.holidays");
        await Programs.RunAsync("AcikKapi.Intake", ["migrate"], RunningIntake.Environment(database));
        Assert.Equal("Iğdır", await owner.ExecuteScalarAsync<string>("select name from reference.provinces where province_code = 76"));
        Assert.True(await owner.ExecuteScalarAsync<int>("select count(*) from reference.holidays") > 100);
    }

    [Fact]
    public async Task Keys_AreReadableByTheirOwnerOnly()
    {
        await using var database = await PostgresServer.CreateDatabaseAsync();
        foreach (var key in new[] { "pseudonym.key", "app.password", "ingest.password" })
        {
            var path = Path.Combine(database.Keys, key);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path));
            Assert.Equal(32, Convert.FromBase64String(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Length);
        }
    }
}
