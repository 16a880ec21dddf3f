namespace AcikKapi.Intake.Pages.Citizen;

/// <param name="Probability">0 to 1.</param>
/// <param name="Words">Of the text, that decided; the most telling first.</param>
public sealed record TypeSuggestion(string TypeCode, double Probability, IReadOnlyList<string> Words);

/// <summary>Whoever suggests types for a text. Where nobody is registered, pages show no suggestion.</summary>
public interface ISuggestTypes
{
    /// <returns>At most three, the likeliest first; none where it does not know.</returns>
    Task<IReadOnlyList<TypeSuggestion>> RunAsync(string subject, string text, CancellationToken stop);
}
