using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using AcikKapi.Reports.Model;
using Dapper;
using DuckDB.NET.Data;

namespace AcikKapi.Reports.Filling;

/// <summary>Reads one published file by the SQL files that stand beside the code. Null columns are suppressed counts.</summary>
public sealed class Published : IDisposable
{
    readonly DuckDBConnection _connection;
    readonly SortedDictionary<string, string> _queries = new(StringComparer.Ordinal);

    public Published(DuckDBConnection connection)
    {
        _connection = connection;
        SqlMapper.AddTypeHandler(new DateOnlyHandler());
    }

    /// <summary>The queries asked so far, each once, by name.</summary>
    public IReadOnlyList<QueryId> Queries => [.. _queries.Select(query => new QueryId(query.Key, query.Value))];

    /// <param name="sql">The file's path inside its project: "Filling/types.sql".</param>
    /// <param name="of">Whose .sql it is; null: the briefs' own.</param>
    public List<T> Rows<T>(string sql, object parameters, Assembly? of = null)
    {
        var text = Sql(sql, of ?? typeof(Published).Assembly);
        _queries[Path.GetFileNameWithoutExtension(sql)] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
        return [.. _connection.Query<T>(text, parameters)];
    }

    public void Dispose() => _connection.Dispose();

    static string Sql(string name, Assembly of)
    {
        using var stream = of.GetManifestResourceStream(name)
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
