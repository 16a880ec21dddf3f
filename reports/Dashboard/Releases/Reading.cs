using AcikKapi.Reports.Filling;
using DuckDB.NET.Data;

namespace AcikKapi.Dashboard.Releases;

/// <summary>One request's connection to its place's file.</summary>
public sealed class Reading(Cut cut) : IDisposable
{
    readonly Published _published = new(cut.Open());

    /// <summary>For what the briefs ask of the same tables.</summary>
    public Published Published => _published;

    public Cut Cut => cut;

    /// <summary>The rows of a .sql file of this project, asked once a night for the same parameters.</summary>
    /// <param name="parameters">An anonymous object: its text is a part of what is remembered.</param>
    public List<T> Rows<T>(string sql, object? parameters = null) =>
        cut.Remembered($"{sql} {typeof(T).Name} {parameters}", () => _published.Rows<T>(sql, parameters ?? new { }, typeof(Reading).Assembly));

    public T One<T>(string sql, object? parameters = null) => Rows<T>(sql, parameters)[0];

    public void Dispose() => _published.Dispose();
}
