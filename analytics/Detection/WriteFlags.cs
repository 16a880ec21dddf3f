using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>Flags to their table, and to the file that keeps them for later nights.</summary>
static class WriteFlags
{
    public static void Run(DuckDBConnection warehouse, IEnumerable<Flag> flags, IEnumerable<(string FlagId, Driver Driver)> parts, string keptFile)
    {
        warehouse.Execute(EmbeddedSql.Read(typeof(WriteFlags).Assembly, "Detection/WriteFlags.sql"));
        using (var appender = warehouse.CreateAppender("flags"))
            foreach (var f in flags)
                appender.CreateRow()
                    .AppendValue(f.FlagId).AppendValue(f.AsOf).AppendValue(f.Detector).AppendValue(f.Direction).AppendValue(f.Level)
                    .AppendValue(f.PlaceCode).AppendValue(f.DistrictCode).AppendValue(f.UnitCode).AppendValue(f.TypeCode)
                    .AppendValue(f.GroupCode).AppendValue(f.WindowStart).AppendValue(f.WindowEnd).AppendValue(f.Observed)
                    .AppendValue(f.Expected).AppendValue(f.Ratio).AppendValue(f.Low).AppendValue(f.High)
                    .AppendValue(f.PValue).AppendValue(f.QValue).AppendValue(f.Sentence).AppendValue(f.ScopeCode).AppendValue(f.Counted)
                    .EndRow();
        using (var appender = warehouse.CreateAppender("flag_drivers"))
            foreach (var (flagId, d) in parts)
                appender.CreateRow().AppendValue(flagId).AppendValue(d.Dimension).AppendValue(d.Code).AppendValue(d.Name).AppendValue(d.Share).EndRow();
        KeptFile.Write(warehouse, "from flags", keptFile);
    }
}
