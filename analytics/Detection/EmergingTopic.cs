using AcikKapi.Analytics.Emerging;
using AcikKapi.Analytics.Statistics;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>Words that people suddenly write where no type fits (<see cref="FindEmerging"/>): a matter that no list of types has yet.</summary>
public sealed class EmergingTopic : IDetector
{
    public DetectorKind Kind => DetectorKind.EmergingTopic;

    /// <summary>One finding a topic; its p is the q of its words among all words asked about, so that another correction can only be stricter.</summary>
    public IReadOnlyList<Finding> Judge(DuckDBConnection warehouse, DateOnly asOf, CancellationToken cancel) => warehouse.Rows(
        "select words, subjects, expected, persons, days, q_value from mart_emerging order by topic_no",
        row => Found(row.GetString(0).Split(", "), row.GetInt32(1), row.GetDouble(2), row.GetInt32(3), row.GetInt32(4), row.GetDouble(5), asOf));

    static Finding Found(string[] words, int subjects, double expected, int persons, int days, double q, DateOnly asOf) => new(
        "country", Finding.Problem, null, null, null, asOf.AddDays(1 - FindEmerging.Days), asOf, subjects, expected,
        CountTail.UpperQuantile(0.975, expected, 1), CountTail.UpperQuantile(0.025, expected, 1), q)
    {
        GroupCode = $"word:{words[0]}",
        Note = (words.Length > 1 ? $"Yanında geçen sözler: {string.Join(", ", words.Skip(1))}. " : "") + $"{persons} kişi {days} ayrı günde yazdı; türler listesinde karşılığı olmayabilir.",
    };
}
