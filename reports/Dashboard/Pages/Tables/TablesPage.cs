using AcikKapi.Domain;
using AcikKapi.Warehouse;

namespace AcikKapi.Dashboard.Pages.Tables;

/// <summary>The tables of the own file with their meaning, and each of them as a file to take away.</summary>
sealed class TablesPage(WorkbenchSettings settings)
{
    static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["csv"] = "text/csv; charset=utf-8", ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["parquet"] = "application/vnd.apache.parquet", ["arrow"] = "application/vnd.apache.arrow.file",
    };

    public static IResult List(Visit visit) => Page.Of<TablesView>(new { Visit = visit, Tables = TablesOf(visit) });

    public static IReadOnlyList<TableInfo> TablesOf(Visit visit) => [.. visit.Data.Rows<ColumnRow>("Pages/Tables/columns.sql").GroupBy(c => (c.TableName, c.Rows))
        .Select(table => new TableInfo(table.Key.TableName, TableMeanings.Of(table.Key.TableName), table.Key.Rows, [.. table.Select(c => (c.ColumnName, c.DataType))]))];

    /// <param name="comma">CSV as a Turkish spreadsheet reads it: decimal commas, semicolons.</param>
    public async Task<IResult> ExportAsync(Visit visit, string table, string format, bool comma, CancellationToken stop)
    {
        if (!Types.TryGetValue(format, out var type) || TablesOf(visit).All(t => t.Name != table))
            return Page.Problem(StatusCodes.Status404NotFound, "Tablo bulunamadı", "Böyle bir tablo ya da biçim yok.");
        var file = Path.Combine(settings.Cuts, $"{Guid.NewGuid():N}.{format}");
        try
        {
            using var release = visit.Data.Cut.Open();
            await ExportTable.RunAsync(release, table, format, file, comma, stop);
            return TypedResults.File(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous),
                type, $"{table}-{visit.Officer.Place.Folder}-{WarehousePaths.Name(visit.About.DataDate)}.{format}");
        }
        catch (UserError error)
        {
            return Page.Problem(StatusCodes.Status404NotFound, "Tablo dışa aktarılamadı", error.Message);
        }
    }

    public sealed record ColumnRow
    {
        public string TableName { get; init; } = "";
        public string ColumnName { get; init; } = "";
        public string DataType { get; init; } = "";
        public long Rows { get; init; }
    }
}

public sealed record TableInfo(string Name, string Meaning, long Rows, IReadOnlyList<(string Name, string Type)> Columns);
