using Sylvan.Data.Csv;

namespace AcikKapi.Domain.Reference;

/// <summary>The embedded CSV lists (UTF-8, RFC 4180, booleans true/false, empty = null), column for column the tables of schema reference.</summary>
public static class ReferenceLists
{
    /// <summary>Table names in the order in which foreign keys let them be loaded.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "channels", "kinds", "events", "outcomes", "unit_kinds", "circumstances", "education_levels", "employment_statuses",
        "genders", "age_bands", "staff_roles", "rejection_reasons", "flag_verdicts", "flag_reasons", "flag_measures", "types", "routing_rules", "provinces", "districts", "district_changes", "holidays",
    ];

    /// <summary>The CSV file of a list of <see cref="Names"/>.</summary>
    public static Stream Open(string name) =>
        Names.Contains(name, StringComparer.Ordinal) ? OpenFile(name + ".csv") : throw new ArgumentException($"No reference list '{name}'.", nameof(name));

    internal static Stream OpenFile(string file) =>
        typeof(ReferenceLists).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"{file} is not embedded.");

    /// <summary>The rows of an embedded CSV file, each made by <paramref name="row"/>; columns are read by position.</summary>
    internal static IReadOnlyList<T> Read<T>(string file, Func<CsvDataReader, T> row)
    {
        using var csv = CsvDataReader.Create(new StreamReader(OpenFile(file)));
        var rows = new List<T>();
        while (csv.Read())
            rows.Add(row(csv));
        return rows;
    }
}
