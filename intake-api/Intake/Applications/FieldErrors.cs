namespace AcikKapi.Intake.Applications;

/// <summary>One refused field: its JSON path, a code that is counted, a Turkish sentence that is shown.</summary>
public sealed record FieldError(string Field, string Reason, string Sentence);

/// <summary>All that is wrong with one submission, gathered so that the caller hears it at once.</summary>
public sealed class FieldErrors
{
    readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> All => _errors;

    public bool Any => _errors.Count > 0;

    public void Add(string field, string reason, string sentence) => _errors.Add(new FieldError(field, reason, sentence));

    public Dictionary<string, string[]> ByField() =>
        _errors.GroupBy(e => e.Field, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(e => e.Sentence).ToArray(), StringComparer.Ordinal);
}
