using AcikKapi.Domain.Reference;
using Npgsql;

namespace AcikKapi.Intake.Postgres;

/// <summary>The shared words: each list of Domain's CSV files into the table of its name. Rows are added and changed, never deleted.</summary>
public static class LoadReferenceLists
{
    public static async Task RunAsync(NpgsqlConnection owner, CancellationToken stop)
    {
        await using var transaction = await owner.BeginTransactionAsync(stop);
        foreach (var list in ReferenceLists.Names) await LoadAsync(owner, list, stop);
        await transaction.CommitAsync(stop);
    }

#pragma warning disable CA2100 // the names are Domain's own list of tables, never input
    static async Task LoadAsync(NpgsqlConnection owner, string list, CancellationToken stop)
    {
        await using (var staging = new NpgsqlCommand($"create temp table staged_{list} (like reference.{list}) on commit drop", owner))
            await staging.ExecuteNonQueryAsync(stop);

        using (var csv = new StreamReader(ReferenceLists.Open(list)))
        await using (var copy = await owner.BeginTextImportAsync($"copy staged_{list} from stdin (format csv, header match)", stop))
            await copy.WriteAsync(await csv.ReadToEndAsync(stop));

        await using var upsert = new NpgsqlCommand(await UpsertOfAsync(owner, list, stop), owner);
        await upsert.ExecuteNonQueryAsync(stop);
    }
#pragma warning restore CA2100

    /// <summary>PostgreSQL writes the statement itself, from its own catalogue of columns and keys.</summary>
    static async Task<string> UpsertOfAsync(NpgsqlConnection owner, string list, CancellationToken stop)
    {
        await using var command = Sql.Command("Postgres/UpsertReferenceList.sql", owner);
        command.Parameters.AddWithValue("list", list);
        return (string)(await command.ExecuteScalarAsync(stop))!;
    }
}
