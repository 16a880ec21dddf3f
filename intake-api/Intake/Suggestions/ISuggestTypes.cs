namespace AcikKapi.Intake.Suggestions;

/// <param name="Probability">0 to 1.</param>
/// <param name="Words">Of the text, that decided; the most telling first.</param>
public sealed record TypeSuggestion(string TypeCode, double Probability, IReadOnlyList<string> Words);

/// <summary>Whoever suggests types for a text that is about to be submitted.</summary>
public interface ISuggestTypes
{
    /// <param name="district">Null where only the province is known.</param>
    /// <returns>At most three, the likeliest first; none where it does not know, or that day is blind there.</returns>
    IReadOnlyList<TypeSuggestion> For(int province, int? district, string subject, string text);
}
