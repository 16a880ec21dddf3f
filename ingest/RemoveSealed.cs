using AcikKapi.Warehouse;
using DuckDB.NET.Data;
using Npgsql;

namespace AcikKapi.Ingest;

/// <summary>An application sealed since a table's last load leaves that table, and the kept labels (domain rule 4).</summary>
static class RemoveSealed
{
    public static void Run(Lane lane, LandedTable table, WarehousePaths paths)
    {
        if (!table.IsOfApplications) return;
        lane.Raw.Execute("create or replace temp table sealed (province_code smallint, application_id bigint)");
        if (Stage(lane.Intake, lane.Raw) == 0) return;
        lane.Raw.Execute($"delete from {table.Name} as old using sealed where old.province_code = sealed.province_code and old.application_id = sealed.application_id");
        if (table != LandedTable.Applications) return;
        // Before the commit: if the night breaks here, a label too many is gone, and it is made again.
        foreach (var file in Directory.GetFiles(paths.Labels, "*.parquet")) RewriteLabels(lane.Raw, file);
    }

    static int Stage(NpgsqlConnection intake, DuckDBConnection raw)
    {
#pragma warning disable CA2100 // the text of an embedded file
        using var command = new NpgsqlCommand(EmbeddedSql.Read(typeof(RemoveSealed).Assembly, "Landing/sealed_since.sql"), intake);
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        using var appender = raw.CreateAppender("temp", "main", "sealed");
        var count = 0;
        for (; rows.Read(); count++)
            appender.CreateRow().AppendValue((short?)rows.GetInt16(0)).AppendValue((long?)rows.GetInt64(1)).EndRow();
        return count;
    }

    static void RewriteLabels(DuckDBConnection raw, string file)
    {
        var labels = $"read_parquet({DuckDb.Quote(file)})";
        if (raw.Count($"select count(*) from {labels} semi join sealed using (province_code, application_id)") == 0) return;
        var beside = file + ".new";
        raw.Execute($"copy (from {labels} anti join sealed using (province_code, application_id)) to {DuckDb.Quote(beside)} (format parquet)");
        File.Move(beside, file, overwrite: true);
    }
}
