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
/// <param name="Applications">For the place's staff only; others learn that there are some, not which.</param>
public sealed record DuplicateAnswer(int Similar, bool OwnSimilar, string Sentence, IReadOnlyList<SimilarApplication>? Applications);

/// <summary>
/// Near duplicates, shown before submitting: like texts (MinHash), the same person, the same place. Nothing is merged, nothing is
/// kept of the question. Prints that are missing are made on the way, so that a submission need not wait for its own.
/// </summary>
public sealed class FindDuplicates(PlaceTransaction database, AuthenticateStaff staff, Pseudonymizer pseudonyms)
{
    const double Alike = 0.5, AlikeOfSamePerson = 0.2;
    const int PrintsAtOnce = 2000;

    sealed record Unprinted(long ApplicationId, byte[]? PersonPseudonym, string ScrubbedText);

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
        var found = print is null ? [] : await database.RunAsync(province, work => LookAsync(work, who, province!.Value, print, district, neighbourhood), stop);
        return TypedResults.Ok(Answer(found, ofThePlace));
    }

    async Task<IReadOnlyList<(SimilarApplication Application, bool IsOwn)>> LookAsync(PlaceWork work, object who, int province, int[] print, int? district, string? neighbourhood)
    {
        await PrintAsync(work, province);
        var candidates = await work.ListAsync<Candidate>("Duplicates/FindCandidates.sql", who);
        return [.. candidates.Select(c => (Candidate: c, Likeness: MinHash.Likeness(print, c.Print)))
            .Where(c => c.Likeness >= (c.Candidate.IsSamePerson ? AlikeOfSamePerson : Alike))
            .OrderByDescending(c => c.Candidate.IsSamePerson).ThenByDescending(c => c.Likeness).ThenBy(c => c.Candidate.TrackingNumber, StringComparer.Ordinal)
            .Take(20)
            .Select(c => (new SimilarApplication(c.Candidate.TrackingNumber, c.Candidate.TypeCode, c.Candidate.Status, IstanbulTime.DayOf(c.Candidate.ReceivedAt), Math.Round(c.Likeness, 2),
                [.. Why(c.Candidate, c.Likeness, district, neighbourhood)]), c.Candidate.IsSamePerson))];
    }

    static async Task PrintAsync(PlaceWork work, int province)
    {
        var missing = await work.ListAsync<Unprinted>("Duplicates/FindUnprinted.sql", new { province, limit = PrintsAtOnce });
        foreach (var application in missing)
        {
            var print = MinHash.Of(application.ScrubbedText) ?? new int[MinHash.Size]; // too short to be like another, and not asked again
            await work.ExecuteAsync("Duplicates/AddPrint.sql", new { province, application = application.ApplicationId, person = application.PersonPseudonym, print, bands = MinHash.Bands(print) });
        }
    }

    static IEnumerable<string> Why(Candidate candidate, double likeness, int? district, string? neighbourhood)
    {
        if (likeness >= AlikeOfSamePerson) yield return string.Create(CultureInfo.InvariantCulture, $"Metinler yaklaşık %{likeness * 100:0} benziyor.");
        if (candidate.IsSamePerson) yield return "Aynı kişi yazmış.";
        if (neighbourhood is not null && candidate.Neighbourhood is not null && TurkishText.Fold(neighbourhood) == TurkishText.Fold(candidate.Neighbourhood)) yield return "Aynı mahalle.";
        else if (district is not null && district == candidate.DistrictCode) yield return "Aynı ilçe.";
    }

    static DuplicateAnswer Answer(IReadOnlyList<(SimilarApplication Application, bool IsOwn)> found, bool showsWhich)
    {
        var own = found.Any(f => f.IsOwn);
        var sentence = own ? "Benzer bir başvurunuz son 90 günde alınmış. Takip numaranızla durumunu görebilir ya da yine de başvurabilirsiniz."
            : found.Count > 0 ? $"Son 90 günde buna benzeyen {found.Count} başvuru alınmış. Yine de başvurabilirsiniz."
            : "Son 90 günde buna benzeyen bir başvuru bulunmadı.";
        return new DuplicateAnswer(found.Count, own, sentence, showsWhich ? [.. found.Select(f => f.Application)] : null);
    }
}
