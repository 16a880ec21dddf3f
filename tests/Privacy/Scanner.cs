using System.Text;
using System.Text.RegularExpressions;
using AcikKapi.Tests.Support;
using Dapper;
using Npgsql;

namespace AcikKapi.Tests.Privacy;

/// <summary>Looks for canaries wherever values lie: which kinds of marks, and of how many different persons.</summary>
sealed partial class Scanner(int population)
{
    public sealed record Hit(string Place, string Kind, int Number);

    /// <summary>Every column of every table, as text: a DuckDB file compresses, so its bytes tell nothing.</summary>
    public IEnumerable<Hit> DuckDbFile(string file)
    {
        var columns = DuckDbRows.Read(file, "select table_schema || '.' || table_name || '|' || column_name from information_schema.columns where table_schema <> 'information_schema' order by 1");
        foreach (var column in columns.Select(c => c.Split('|')))
        {
            var (table, name) = (string.Join('.', column[0].Split('.').Select(Quoted)), Quoted(column[1]));
            var marks = DuckDbRows.Read(file, $"select distinct unnest(regexp_extract_all(cast({name} as varchar), '{Canary.Pattern}')) from {table} where {name} is not null");
            foreach (var hit in Marks($"{Path.GetFileName(file)} {column[0]}.{column[1]}", marks)) yield return hit;
        }
    }

    /// <summary>A file of letters, as UTF-8 or as an SMS carries them; a PDF by its text layer.</summary>
    public async Task<IEnumerable<Hit>> FileAsync(string file)
    {
        if (file.EndsWith(".pdf", StringComparison.Ordinal)) return Marks(Path.GetFileName(file), Found(await Pdf.TextAsync(file)));
        var bytes = await File.ReadAllBytesAsync(file);
        return ((Encoding[])[Encoding.UTF8, Encoding.BigEndianUnicode, Encoding.Unicode]).SelectMany(e => Marks(Path.GetFileName(file), Found(e.GetString(bytes)))).Distinct();
    }

    /// <summary>The same of every table of a PostgreSQL schema.</summary>
    public async Task<IReadOnlyList<Hit>> PostgresAsync(string owner, string schema)
    {
        await using var connection = new NpgsqlConnection(owner);
        List<Hit> hits = [];
        foreach (var table in await connection.QueryAsync<string>("select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables where schemaname = @schema", new { schema }))
            await foreach (var row in connection.QueryUnbufferedAsync<string>($"select t::text from {table} as t"))
                hits.AddRange(Marks(table, Found(row)));
        return hits;
    }

    static IEnumerable<string> Found(string text) => Mark().Matches(text).Select(m => m.Value);

    IEnumerable<Hit> Marks(string place, IEnumerable<string> marks) =>
        marks.Select(mark => Canary.Read(mark, population)).OfType<(string Kind, int Number)>().Distinct().Select(read => new Hit(place, read.Kind, read.Number));

    static string Quoted(string name) => $"\"{name}\"";

    [GeneratedRegex(Canary.Pattern)]
    private static partial Regex Mark();
}
