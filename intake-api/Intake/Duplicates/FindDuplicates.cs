using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Reference;
using AcikKapi.Domain.Text;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Duplicates;

/// <summary>What is sent to POST /v1/duplicates before a submission; the fields are those of a submission.</summary>
/// <param name="NationalId">Of the applicant: finds what the same person wrote before.</param>
/// <param name="Phone">Without a staff token asked for besides: a national id is known to too many.</param>
public sealed record DuplicateQuestion(string? Subject, string Text, SubmissionLocation Location, string? NationalId, string? Phone);

/// <param name="Likeness">0 to 1, an estimate.</param>
/// <param name="Why">In Turkish.</param>
public sealed record SimilarApplication(string TrackingNumber, string? TypeCode, string Status, DateOnly ReceivedOn, double Likeness, IReadOnlyList<string> Why);

/// <param name="Similar">How many applications of the last 90 days are like it.</param>
/// <param name="OwnSimilar">The same person wrote one of them.</param>
/// <param name="Complete">False while some applications of the province were not looked at yet; in a minute they are.</param>
/// <param name="Applications">For the place's staff only; others learn that there are some, not which.</param>
public sealed record DuplicateAnswer(int Similar, bool OwnSimilar, string Sentence, bool Complete, IReadOnlyList<SimilarApplication>? Applications);

/// <summary>
/// Near duplicates, shown before submitting: like texts (MinHash), or the same person whatever the words; and whether of the same place.
/// Nothing is merged, nothing is kept of the question.
/// </summary>
public sealed class FindDuplicates(PlaceTransaction database, AuthenticateStaff staff, Pseudonymizer pseudonyms)
{
    const double Alike = 0.5, AlikeOfSamePerson = 0.2;

    sealed record Found(SimilarApplication Application, bool IsOwn);

    // Properties, not parameters: Dapper finds no constructor for arrays.
    sealed record Candidate
    {
        public string TrackingNumber { get; init; } = "";
        public string? TypeCode { get; init; }
        public string Status { get; init; } = "";
        public DateTime ReceivedAt { get; init; }
        public int? DistrictCode { get; init; }
        public string? Neighbourhood { get; init; }
        public bool IsSamePerson { get; init; }
        public int[] Print { get; init; } = [];
    }

    public async Task<IResult> RunAsync(HttpContext http, CancellationToken stop)
    {
        var officer = await staff.FromAsync(http.Request, stop);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } root) return Problems.Unreadable;
        var errors = new FieldErrors();
        var json = new JsonFields(root, "", errors);
        var (subject, text, id, phone) = (json.Text("subject", 200), json.Text("text", 10_000, required: true, lines: true), json.Text("nationalId", 11), json.Text("phone", 13));
        var location = json.Object("location", required: true);
        var province = location?.Number("provinceCode", required: true);
        if (province is { } code && !Vocabulary.Current.Provinces.Contains(code)) province = json.Wrong<int?>("location.provinceCode", "unknown", "Böyle bir il kodu yok; plaka kodu 1–81 olmalı.");
        var (district, neighbourhood) = (province is { } p ? location!.District("districtCode", p) : null, location?.Text("neighbourhood", 100));
        if (id is not null && !Domain.Identity.NationalId.IsValid(id)) json.Wrong<string>("nationalId", "check_digits", "Geçerli bir T.C. kimlik numarası değil.");
        if (errors.Any) return Problems.Fields(errors);

        var print = MinHash.Of(Scrubber.Scrub($"{subject}\n{text}"));
        var ofThePlace = officer is not null && Authorization.ToOpen(officer, province!.Value) is null && Authorization.ToAskRouting(officer) is null;
        var who = new { province, bands = print is null ? [] : MinHash.Bands(print), person = id is null ? null : pseudonyms.Of(id), phone, ofThePlace, ownDistrict = ofThePlace ? officer!.DistrictCode : null };
        // A text too short to be like another is looked up by its person alone.
        if (print is null && id is null) return TypedResults.Ok(Answer([], isComplete: true, ofThePlace));
        var (found, isComplete) = await database.RunAsync(province, async work =>
        {
            var (all, _) = await PrintApplications.SomeAsync(work, province!.Value);
            return (await LookAsync(work, who, print, district, neighbourhood), all);
        }, stop);
        return TypedResults.Ok(Answer(found, isComplete, ofThePlace));
    }

    static async Task<IReadOnlyList<Found>> LookAsync(PlaceWork work, object who, int[]? print, int? district, string? neighbourhood)
    {
        var candidates = await work.ListAsync<Candidate>("Duplicates/FindCandidates.sql", who);
        return [.. candidates.Select(c => (Candidate: c, Likeness: print is null ? 0 : MinHash.Likeness(print, c.Print)))
            .Where(c => c.Candidate.IsSamePerson || c.Likeness >= Alike)
            .OrderByDescending(c => c.Likeness >= AlikeOfSamePerson).ThenByDescending(c => c.Candidate.IsSamePerson).ThenByDescending(c => c.Likeness).ThenBy(c => c.Candidate.TrackingNumber, StringComparer.Ordinal)
            .Take(20)
            .Select(c => new Found(new SimilarApplication(c.Candidate.TrackingNumber, c.Candidate.TypeCode, c.Candidate.Status, IstanbulTime.DayOf(c.Candidate.ReceivedAt), Math.Round(c.Likeness, 2),
                [.. Why(c.Candidate, c.Likeness, district, neighbourhood)]), c.Candidate.IsSamePerson))];
    }

    static IEnumerable<string> Why(Candidate candidate, double likeness, int? district, string? neighbourhood)
    {
        if (likeness >= AlikeOfSamePerson) yield return string.Create(CultureInfo.InvariantCulture, $"Metinler yaklaşık %{likeness * 100:0} benziyor.");
        if (candidate.IsSamePerson) yield return "Aynı kişi yazmış.";
        if (neighbourhood is not null && candidate.Neighbourhood is not null && TurkishText.Fold(neighbourhood) == TurkishText.Fold(candidate.Neighbourhood)) yield return "Aynı mahalle.";
        else if (district is not null && district == candidate.DistrictCode) yield return "Aynı ilçe.";
    }

    static DuplicateAnswer Answer(IReadOnlyList<Found> found, bool isComplete, bool showsWhich)
    {
        var own = found.FirstOrDefault(f => f.IsOwn);
        var sentence = own is { Application.Likeness: >= AlikeOfSamePerson } ? "Benzer bir başvurunuz son 90 günde alınmış. Takip numaranızla durumunu görebilir ya da yine de başvurabilirsiniz."
            : own is not null ? "Son 90 günde başka bir başvurunuz daha alınmış. Aynı konudaysa takip numaranızla durumunu görebilir, değilse başvurabilirsiniz."
            : found.Count > 0 ? $"Son 90 günde buna benzeyen {found.Count} başvuru alınmış. Yine de başvurabilirsiniz."
            : isComplete ? "Son 90 günde buna benzeyen bir başvuru bulunmadı."
            : "Şimdiye dek taranan başvurular arasında buna benzeyen bulunmadı.";
        if (!isComplete) sentence += " Tarama sürüyor; bir dakika sonra yeniden sorabilirsiniz.";
        return new DuplicateAnswer(found.Count, own is not null, sentence, isComplete, showsWhich ? [.. found.Select(f => f.Application)] : null);
    }
}
