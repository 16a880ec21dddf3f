using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages;

/// <summary>What was typed into a form and what is wrong with it, by the names of its fields, which are the paths of the JSON a program would send.</summary>
/// <param name="Problem">What concerns no field.</param>
public sealed record FormState(IReadOnlyDictionary<string, string[]> Values, IReadOnlyDictionary<string, string[]> Errors, string? Problem)
{
    public static readonly FormState Empty = new(new Dictionary<string, string[]>(StringComparer.Ordinal), new Dictionary<string, string[]>(StringComparer.Ordinal), null);

    public static FormState Of(IFormCollection form) => Empty with
    {
        Values = form.ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray(), StringComparer.Ordinal),
    };

    /// <summary>The same form with an operation's refusal.</summary>
    public FormState With(ProblemHttpResult problem) => problem.ProblemDetails is HttpValidationProblemDetails fields
        ? this with { Errors = fields.Errors.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal) }
        : this with { Problem = Sentences.Of(problem) };

    public FormState WithError(string name, string sentence) =>
        this with { Errors = Errors.Append(new(name, [sentence])).GroupBy(e => e.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.SelectMany(e => e.Value).ToArray(), StringComparer.Ordinal) };

    public FormState WithValue(string name, string? value) =>
        this with { Values = new Dictionary<string, string[]>(Values, StringComparer.Ordinal) { [name] = value is null ? [] : [value] } };

    /// <summary>The first value typed; empty where none was.</summary>
    public string this[string name] => Values.TryGetValue(name, out var values) && values.Length > 0 ? values[0] : "";

    /// <summary>Null where no whole number was typed.</summary>
    public int? Number(string name) => int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public string[] All(string name) => Values.TryGetValue(name, out var values) ? values : [];

    public bool IsChecked(string name, string value) => All(name).Contains(value, StringComparer.Ordinal);

    public string? ErrorOf(string name) => Errors.TryGetValue(name, out var sentences) ? string.Join(" ", sentences) : null;

    public bool HasErrors => Errors.Count > 0 || Problem is not null;
}
