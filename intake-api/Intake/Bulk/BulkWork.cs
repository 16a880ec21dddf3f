using System.ComponentModel;
using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Bureaus;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Bulk;

/// <summary>What is sent to POST /v1/bulk: one of step, assignTo and unassign.</summary>
public sealed record BulkSubmission(
    [property: Description("En çok 200 takip numarası")] string[] TrackingNumbers,
    [property: Description("true: yalnız ne değişeceğini gösterir; verilmezse true")] bool? Preview,
    [property: Description("POST …/events gövdesi; yalnız routed, rerouted, with_executive ve closed")] EventSubmission? Step,
    [property: Description("Büro ekibinden bir görevli")] Guid? AssignTo,
    [property: Description("true: başvurular sahipsiz kalır")] bool? Unassign);

/// <param name="Refused">Why not, in Turkish; null where it is (or would be) done.</param>
/// <param name="Status">Before and, where it changes, after.</param>
public sealed record BulkLine(string TrackingNumber, string? Refused, string? Status, string? NewStatus, string? UnitCode, string? NewUnitCode);

public sealed record BulkResult(bool Preview, int Changed, int Refused, IReadOnlyList<BulkLine> Lines);

/// <summary>
/// The same step, or owner, for many applications: each in a transaction of its own and by the rules that hold for one, so
/// that one refusal stops no other. A preview does all of it and undoes it.
/// </summary>
public sealed class BulkWork(PlaceTransaction database, AuthenticateStaff staff, RequestClock clock, RecordEvent record, AssignApplication assign)
{
    const int Most = 200;

    static readonly string[] Steps = [LifeCycle.Routed, LifeCycle.Rerouted, LifeCycle.WithExecutive, LifeCycle.Closed];

    public async Task<IResult> RunAsync(HttpContext http, CancellationToken stop)
    {
        var officer = await staff.FromAsync(http.Request, stop);
        if (Authorization.ToSeeSettings(officer) is { } refusal) return Problems.Refused(refusal);
        var errors = new FieldErrors();
        var (at, _) = clock.Of(http.Request, errors);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } root) return Problems.Unreadable;

        int province = officer!.ProvinceCode!.Value;
        var json = new JsonFields(root, "", errors);
        var (numbers, wrong) = json.Texts("trackingNumbers", number => TrackingNumber.TryParse(number, out var place) && place == province);
        if (wrong.Count > 0) json.Wrong<string[]>("trackingNumbers", "malformed", $"Listenin şu sıradaki değerleri bu ilin takip numarası değil: {string.Join(", ", wrong.Take(20))}. Düzeltin ya da listeden çıkarın.");
        else if (numbers.Count is 0 or > Most) json.Wrong<string[]>("trackingNumbers", "out_of_range", $"1 ile {Most} arasında takip numarası verin.");
        var (fields, assignTo, unassign) = (json.Object("step"), json.Id("assignTo"), json.Flag("unassign") == true);
        if (new[] { fields is not null, assignTo is not null, unassign }.Count(given => given) != 1) json.Wrong<string>("step", "required", "step, assignTo ve unassign alanlarından biri verilmeli.");
        var step = fields is null ? null : ReadStep.From(fields, at, officer, province);
        if (step is not null && !Steps.Contains(step.Event, StringComparer.Ordinal)) json.Wrong<string>("step", "unknown", $"Toplu olarak yalnız şunlar yapılabilir: {string.Join(", ", Steps)}.");
        if (errors.Any) return Problems.Fields(errors);

        var isPreview = json.Flag("preview") ?? true;
        var lines = await AllAsync(numbers, number => OneAsync(province, number, isPreview, officer, work => step is not null
            ? record.RecordAsync(work, province, number, step, new FieldErrors(), stop)
            : assign.AssignAsync(work, province, number, officer, assignTo), stop));
        return TypedResults.Ok(new BulkResult(isPreview, lines.Count(l => l.Refused is null), lines.Count(l => l.Refused is not null), lines));
    }

    /// <summary>One after the other. Where the database goes away on the way, what was done is told, and of the rest that it was not.</summary>
    static async Task<IReadOnlyList<BulkLine>> AllAsync(IReadOnlyList<string> numbers, Func<string, Task<BulkLine>> one)
    {
        var lines = new List<BulkLine>();
        try
        {
            foreach (var number in numbers) lines.Add(await one(number));
        }
        catch (Exception error) when (lines.Count > 0 && (error is OverloadedException || HandleExceptions.IsDatabaseAway(error)))
        {
            lines.Add(Refused(numbers[lines.Count], "Yapılıp yapılmadığı bilinmiyor: hizmete kısa süre ara verildi. Durumuna bakıp gerekirse yeniden deneyin."));
            lines.AddRange(numbers.Skip(lines.Count).Select(number => Refused(number, "Yapılmadı: hizmete kısa süre ara verildi. Birkaç saniye sonra yeniden deneyin.")).ToList());
        }
        return lines;
    }

    async Task<BulkLine> OneAsync(int province, string number, bool isPreview, StaffMember by, Func<PlaceWork, Task<IResult>> change, CancellationToken stop)
    {
        Task<BulkLine> LineAsync(PlaceWork work) => LineOf(work, province, number, by, change);
        return isPreview ? await database.PreviewAsync(province, LineAsync, stop, sealedToo: true) : await database.RunAsync(province, LineAsync, stop, sealedToo: true);
    }

    static async Task<BulkLine> LineOf(PlaceWork work, int province, string number, StaffMember by, Func<PlaceWork, Task<IResult>> change)
    {
        var before = await work.FindAsync<OpenApplication>("Applications/OpenApplication.sql", new { province, number });
        // Whoever may not know that it is there hears neither its status nor its unit, and does nothing to it among many others.
        if (before is { Sealed: true } && !Authorization.SeesSealed(by)) return Refused(number, Sentence(Problems.NotFound));
        if (await change(work) is ProblemHttpResult problem) return Refused(number, Sentence(problem));
        var after = (await work.FindAsync<OpenApplication>("Applications/OpenApplication.sql", new { province, number }))!;
        return new BulkLine(number, null, before!.Status, after.Status, before.UnitCode, after.UnitCode);
    }

    static BulkLine Refused(string number, string why) => new(number, why, null, null, null, null);

    static string Sentence(ProblemHttpResult problem) =>
        problem.ProblemDetails is HttpValidationProblemDetails fields ? string.Join(" ", fields.Errors.SelectMany(e => e.Value)) : problem.ProblemDetails.Detail!;
}
