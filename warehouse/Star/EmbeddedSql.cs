using System.Reflection;

namespace AcikKapi.Warehouse;

/// <summary>The .sql files embedded in an assembly, by their path from the project: "Models/3-facts/fct_stages.sql".</summary>
public static class EmbeddedSql
{
    public static string Read(string name) => Read(typeof(EmbeddedSql).Assembly, name);

    public static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Names below a folder, in ordinal order (1-staging before 2-dimensions).</summary>
    public static IReadOnlyList<string> Below(string folder) =>
        [.. typeof(EmbeddedSql).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
}
