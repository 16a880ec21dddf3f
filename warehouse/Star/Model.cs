using System.Text.RegularExpressions;

namespace AcikKapi.Warehouse;

/// <summary>One select of Models/, which becomes one table of its file's name.</summary>
/// <param name="Key">Columns that are unique together and never null, from the header line.</param>
public sealed partial record Model(string Name, string Folder, string Grain, IReadOnlyList<string> Key, string Select)
{
    /// <summary>All models in building order: by folder, then each after those of its folder that its text names.</summary>
    public static IReadOnlyList<Model> InOrder { get; } = Order([.. EmbeddedSql.Below("Models/").Select(Parse)]);

    /// <summary>Made for a range of applications after another, each adding its rows (Functions/in_part.sql).</summary>
    public bool IsMadeInParts => Select.Contains("in_part(", StringComparison.Ordinal);

    static Model Parse(string path)
    {
        var sql = EmbeddedSql.Read(path);
        var parts = path.Split('/');
        return new Model(
            Path.GetFileNameWithoutExtension(parts[^1]), parts[^2], Header(GrainLine(), sql, path),
            Header(KeyLine(), sql, path).Split(", ", StringSplitOptions.TrimEntries), sql);
    }

    static string Header(Regex line, string sql, string path) =>
        line.Match(sql) is { Success: true } match
            ? match.Groups[1].Value.Trim()
            : throw new InvalidOperationException($"{path} lacks its header line {line}.");

    static List<Model> Order(List<Model> models)
    {
        List<Model> ordered = [];
        foreach (var folder in models.GroupBy(m => m.Folder))
        {
            var waiting = folder.ToList();
            while (waiting.Count > 0)
            {
                var next = waiting.Find(m => !waiting.Exists(other => other != m && m.Names(other.Name)))
                    ?? throw new InvalidOperationException($"The models of {folder.Key} name each other in a circle.");
                ordered.Add(next);
                waiting.Remove(next);
            }
        }
        return ordered;
    }

    bool Names(string other) => Regex.IsMatch(Select, $@"\b{other}\b");

    [GeneratedRegex("^-- Grain: (.+)$", RegexOptions.Multiline)]
    private static partial Regex GrainLine();

    [GeneratedRegex("^-- Key: (.+)$", RegexOptions.Multiline)]
    private static partial Regex KeyLine();
}
