using AcikKapi.Domain;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Evidence;

/// <summary>The ledger of flags, exact, for those who may read what is kept.</summary>
public static class ReadLedger
{
    /// <param name="asOf">Null: the last night flagged.</param>
    /// <exception cref="UserError">No night, or not this one, has been run.</exception>
    public static IReadOnlyList<Matter> Run(WarehousePaths paths, DateOnly? asOf)
    {
        using var memory = DuckDb.Open(":memory:");
        FlagLedger.Write(memory, paths, Night(paths, asOf));
        using var command = memory.CreateCommand();
        command.CommandText = "from flag_ledger";
        using var row = command.ExecuteReader();
        List<Matter> matters = [];
        while (row.Read()) matters.Add(Read(row));
        return matters;
    }

    static DateOnly Night(WarehousePaths paths, DateOnly? asOf)
    {
        if (asOf is { } asked && !File.Exists(Path.Combine(paths.Flags, $"{WarehousePaths.Name(asked)}.parquet")))
            throw new UserError($"No flags of {WarehousePaths.Name(asked)}; run: ./acikkapi nightly --as-of {WarehousePaths.Name(asked)}");
        var nights = Directory.Exists(paths.Flags) ? Directory.GetFiles(paths.Flags, "*.parquet").Select(Path.GetFileNameWithoutExtension) : [];
        return asOf ?? (nights.Max(StringComparer.Ordinal) is { } last
            ? DateOnly.ParseExact(last, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : throw new UserError("Nothing has been flagged yet; run: ./acikkapi nightly"));
    }

    static Matter Read(DuckDBDataReader row) => new(
        Text(row, "flag_id")!, (int)row["episode_no"], Text(row, "state")!, Day(row, "first_seen")!.Value, Day(row, "last_seen")!.Value, Day(row, "ended_on"),
        (int)row["nights"], Day(row, "since")!.Value, Text(row, "detector")!, Text(row, "direction")!, Text(row, "level")!, Text(row, "scope_code")!,
        Text(row, "unit_code"), Text(row, "type_code"), Text(row, "group_code"), (double)row["ratio"], (double)row["q_value"], Text(row, "sentence")!);

    static string? Text(DuckDBDataReader row, string column) => row[column] as string;

    static DateOnly? Day(DuckDBDataReader row, string column) => row[column] as DateOnly?;
}
