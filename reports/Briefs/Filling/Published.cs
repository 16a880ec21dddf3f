using Dapper;
using DuckDB.NET.Data;

namespace AcikKapi.Reports.Filling;

/// <summary>Reads one published file by the SQL files that stand beside the code. Null columns are suppressed counts.</summary>
public sealed class Published : IDisposable
{
    readonly DuckDBConnection _connection;

    public Published(DuckDBConnection connection)
    {
        _connection = connection;
        SqlMapper.AddTypeHandler(new DateOnlyHandler());
    }

    /// <param name="sql">The file's path inside this project: "Filling/types.sql".</param>
    public List<T> Rows<T>(string sql, object parameters) => [.. _connection.Query<T>(Sql(sql), parameters)];

    public void Dispose() => _connection.Dispose();

    static string Sql(string name)
    {
        using var stream = typeof(Published).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No {name} in this assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // Dapper knows no DateOnly of its own; DuckDB gives one for every date.
    sealed class DateOnlyHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value is DateOnly day ? day : DateOnly.FromDateTime((DateTime)value);

        public override void SetValue(System.Data.IDbDataParameter parameter, DateOnly value) => parameter.Value = value;
    }
}
