using System.Diagnostics;
using AcikKapi.Domain;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;
using Npgsql;

namespace AcikKapi.Ingest;

/// <summary>The one way back: after publishing, what officers need at the intake's side goes to PostgreSQL, under the ingest's role.</summary>
public static class WriteBack
{
    /// <summary>
    /// Officer indicators (replaced) and the night's flags (their first night kept). RowsIn and RowsOut: rows of both. One
    /// transaction; safe to run twice. Throws <see cref="UserError"/> where PostgreSQL is away.
    /// </summary>
    public static async Task<StepResult> RunAsync(NpgsqlDataSource ingestRole, WarehousePaths paths, DateOnly asOf, CancellationToken ct = default)
    {
        var clock = Stopwatch.StartNew();
        var (indicators, flags) = await Task.Run(() => Read(paths, asOf), ct);
        try
        {
            await using var intake = await ingestRole.OpenConnectionAsync(ct);
            await using var transaction = await intake.BeginTransactionAsync(ct);
            await using (var forget = new NpgsqlCommand("delete from intake.officer_indicators", intake)) await forget.ExecuteNonQueryAsync(ct);
            await KeepAsync(intake, Sql("keep_indicator"), indicators, ct);
            await KeepAsync(intake, Sql("keep_flag"), flags, ct);
            await transaction.CommitAsync(ct);
        }
        catch (NpgsqlException e)
        {
            throw new UserError("What the night found is published, but could not be written back to PostgreSQL. Start it (./acikkapi up) and run the night again.", e);
        }
        var rows = indicators.Count + flags.Count;
        return new StepResult("back", rows, rows, clock.Elapsed);
    }

    static (List<object[]> Indicators, List<object[]> Flags) Read(WarehousePaths paths, DateOnly asOf)
    {
        using var warehouse = DuckDb.Open(paths.Warehouse, readOnly: true);
        warehouse.Execute($"set variable as_of = {DuckDb.Literal(asOf)}");
        return (Rows(warehouse, "officer_indicators"), Rows(warehouse, "found_flags"));
    }

    static List<object[]> Rows(DuckDBConnection warehouse, string name)
    {
        using var command = warehouse.CreateCommand();
#pragma warning disable CA2100 // the text of an embedded file
        command.CommandText = Sql(name);
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<object[]> rows = [];
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    // Row by row: COPY is not allowed where row security is.
    static async Task KeepAsync(NpgsqlConnection intake, string sql, List<object[]> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        await using var batch = new NpgsqlBatch(intake);
        foreach (var row in rows)
        {
            var keep = new NpgsqlBatchCommand(sql);
            foreach (var value in row) keep.Parameters.Add(new NpgsqlParameter { Value = value });
            batch.BatchCommands.Add(keep);
        }
        await batch.ExecuteNonQueryAsync(ct);
    }

    static string Sql(string name) => EmbeddedSql.Read(typeof(WriteBack).Assembly, $"Back/{name}.sql");
}
