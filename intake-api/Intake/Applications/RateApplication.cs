using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Applications;

/// <summary>What is sent to POST …/satisfaction.</summary>
public sealed record SatisfactionSubmission(int Score);

/// <summary>POST …/satisfaction: 1–5, once after each closing.</summary>
public sealed class RateApplication(PlaceTransaction database, RequestClock clock, ApplicationLog log)
{
    public async Task<IResult> RunAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var errors = new FieldErrors();
        var (at, _) = clock.Of(http.Request, errors);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } json) return Problems.Unreadable;
        var fields = new JsonFields(json, "", errors);
        if (fields.Number("score", required: true) is { } given && given is < 1 or > 5) fields.Wrong<int?>("score", "out_of_range", "1 ile 5 arasında olmalı.");
        if (errors.Any) return Problems.Fields(errors);
        var score = fields.Number("score");

        return await database.RunAsync<IResult>(province, async work =>
        {
            var application = await ApplicationLog.LockAsync(work, province, trackingNumber);
            if (application is null) return Problems.NotFound;
            if (application.Status != LifeCycle.Closed) return Refused("Değerlendirme başvuru kapatıldıktan sonra yapılabilir.");
            if (await work.FindAsync<bool>("Applications/IsRated.sql", new { province, application = application.ApplicationId }))
                return Refused("Bu başvuru zaten değerlendirildi.");
            return TypedResults.Ok(await log.AppendAsync(work, application, new Step(LifeCycle.Rated, CitizenTime.Of(at, application)) { Score = score }, stop));
        }, stop, sealedToo: true);
    }

    static IResult Refused(string sentence) => Problems.Of(StatusCodes.Status409Conflict, "Değerlendirme alınamadı", sentence);
}
