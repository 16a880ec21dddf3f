using System.Reflection;
using AcikKapi.Domain;
using DbUp;
using DbUp.Engine;
using Npgsql;

namespace AcikKapi.Intake.Postgres;

/// <summary>
/// Roles, run-once scripts (journal: public.schemaversions), reference lists, governorship bureaus. Safe to run again.
/// </summary>
public static class MigrateDatabase
{
    public static async Task RunAsync(IntakeSettings settings, CancellationToken stop)
    {
        await using var owner = NpgsqlDataSource.Create(settings.Connection);
        await using var connection = await owner.OpenConnectionAsync(stop);
        await using (var alone = new NpgsqlCommand("select pg_advisory_lock(hashtext('acikkapi migrate'))", connection))
            await alone.ExecuteNonQueryAsync(stop);

        var keys = new KeyFolder(settings.Keys);
        foreach (var key in (string[])[KeyFolder.Pseudonym, KeyFolder.SmsPassword, KeyFolder.Reports, KeyFolder.TipOff, KeyFolder.AccessLog]) keys.ReadOrMake(key);
        await CreateRoles.RunAsync(connection, keys, stop);
        RunScripts(settings.Connection);
        await LoadReferenceLists.RunAsync(connection, stop);
        await using var bureaus = Sql.Command("Postgres/OpenGovernorshipBureaus.sql", connection);
        await bureaus.ExecuteNonQueryAsync(stop);
    }

    static void RunScripts(string connection)
    {
        var result = DeployChanges.To.PostgresqlDatabase(connection)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.StartsWith("Postgres/Migrations/", StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithVariablesDisabled() // $$ quotes functions here
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful) throw Failed(result);
    }

    static Exception Failed(DatabaseUpgradeResult result) =>
        result.Error is PostgresException refused
            ? new UserError($"{result.ErrorScript?.Name} failed ({refused.SqlState}): {refused.MessageText}")
            : result.Error;
}
