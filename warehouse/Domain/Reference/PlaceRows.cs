using Sylvan.Data.Csv;

namespace AcikKapi.Domain.Reference;

/// <summary>One row of provinces.csv or districts.csv as a record; the positions are the files' columns.</summary>
static class PlaceRows
{
    public static Province Province(CsvDataReader r) => new(
        r.GetInt32(0), r.GetString(1), r.GetString(2),
        r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8), r.GetBoolean(9),
        r.GetDecimal(10), r.GetInt32(11), r.GetInt32(12), r.GetInt32(13), r.GetInt32(14), r.GetInt32(15),
        r.GetInt32(16), r.GetDecimal(17), r.GetInt32(18),
        r.GetDecimal(19), r.GetDecimal(20), r.GetDecimal(21));

    public static District District(CsvDataReader r) => new(
        r.GetInt32(0), r.GetInt32(1), r.GetString(2), r.GetBoolean(3), r.GetBoolean(4),
        r.GetDecimal(5), r.GetInt32(6), r.GetInt32(7), r.GetInt32(8), r.GetInt32(9), r.GetInt32(10), r.GetInt32(11),
        r.GetInt32(12), r.GetInt32(13), r.GetInt32(14), r.GetDecimal(15),
        r.GetDecimal(16), r.GetInt32(17), r.GetBoolean(18));
}
