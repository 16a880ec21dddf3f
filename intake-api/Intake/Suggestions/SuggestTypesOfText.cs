using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Classification;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;

namespace AcikKapi.Intake.Suggestions;

/// <summary>What is sent to POST /v1/type-suggestions before a submission; the fields are those of a submission.</summary>
public sealed record TypeQuestion(string? Subject, string Text, SubmissionLocation Location);

/// <param name="Sentence">In Turkish: what the suggestions are, or why there are none.</param>
public sealed record TypeAnswer(IReadOnlyList<TypeSuggestion> Suggestions, string Sentence);

/// <summary>The likeliest three types of a text, with the words that spoke for them. Nothing is kept of the question.</summary>
public sealed class SuggestTypesOfText(TypeModel model, TimeProvider time) : ISuggestTypes
{
    const int Most = 3, MostWords = 3;
    const float LeastTogether = 0.5f; // three that are likelier wrong than right help nobody
    const float Least = 0.05f;

    public IReadOnlyList<TypeSuggestion> For(int province, int? district, string subject, string text)
    {
        if (IsBlind(province, district) || model.Current is not { } classifier) return [];
        var likely = classifier.Likeliest(new TurkishFeatures(), $"{subject}\n{text}", Most, MostWords);
        return likely.Sum(l => l.Probability) < LeastTogether
            ? []
            : [.. likely.Where(l => l.Probability >= Least).Select(l => new TypeSuggestion(l.Label, Math.Round(l.Probability, 2), l.Words))];
    }

    public async Task<IResult> RunAsync(HttpContext http, CancellationToken stop)
    {
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } root) return Problems.Unreadable;
        var errors = new FieldErrors();
        var json = new JsonFields(root, "", errors);
        var (subject, text, location) = (json.Text("subject", 200), json.Text("text", 10_000, required: true, lines: true), json.Object("location", required: true));
        var province = location?.Number("provinceCode", required: true);
        if (province is { } code && !Vocabulary.Current.Provinces.Contains(code)) province = json.Wrong<int?>("location.provinceCode", "unknown", "Böyle bir il kodu yok; plaka kodu 1–81 olmalı.");
        var district = province is { } p ? location!.District("districtCode", p) : null;
        if (errors.Any) return Problems.Fields(errors);

        var suggestions = For(province!.Value, district, subject ?? "", text!);
        return TypedResults.Ok(new TypeAnswer(suggestions,
            suggestions.Count > 0 ? "Bunlar öneridir; türü siz seçersiniz."
            : IsBlind(province.Value, district) ? "Bu ilçede bugün öneri gösterilmiyor: önerilerin ne kadar doğru olduğu böyle ölçülüyor. Türü siz seçin ya da boş bırakın."
            : "Metinden tür anlaşılamadı. Türü siz seçin ya da boş bırakın."));
    }

    bool IsBlind(int province, int? district) => BlindArm.Holds(province, district, IstanbulTime.DayOf(time.GetUtcNow()));
}
