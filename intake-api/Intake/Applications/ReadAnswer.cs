using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Applications;

/// <summary>What is sent to read an answer.</summary>
/// <param name="Phone">The applicant's, +905XXXXXXXXX: the number alone shows stages only.</param>
public sealed record AnswerQuestion(string Phone);

public sealed record AnswerForApplicant(string? Outcome, string? Answer, string? Unit);

/// <summary>POST /v1/applications/{trackingNumber}/answer: what the applicant is told, for whoever knows the number and the phone. Whatever does not fit is answered alike.</summary>
public sealed class ReadAnswer(PlaceTransaction database)
{
    sealed record Row(string? OutcomeCode, string? Answer, string? UnitName);

    public async Task<IResult> RunAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } json) return Problems.Unreadable;
        var errors = new FieldErrors();
        var phone = new JsonFields(json, "", errors).Text("phone", 20, required: true);
        if (errors.Any) return Problems.Fields(errors);
        var row = await database.RunAsync(province, work => work.FindAsync<Row>("Applications/ReadAnswer.sql", new { province, number = province == 0 ? "" : trackingNumber, phone }), stop, sealedToo: true);
        return row is null
            ? Problems.Of(StatusCodes.Status404NotFound, "Cevap gösterilemedi", "Bu takip ve telefon numarasıyla gösterilebilecek bir cevap yok. İkisini de denetleyin.")
            : TypedResults.Ok(new AnswerForApplicant(row.OutcomeCode, row.Answer, row.UnitName));
    }
}
