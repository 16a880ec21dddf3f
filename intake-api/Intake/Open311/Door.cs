using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Open311;

/// <summary>Runs an operation and answers in the format of the address, whatever happens: a client of GeoReport reads no problem+json.</summary>
public static class Door
{
    public static Task<IResult> GetAsync(HttpContext http, string format, Func<Call, Task<Answer>> work) => AnswerAsync(http, format, () => work(Call.OfAddress(http.Request)));

    public static Task<IResult> PostAsync(HttpContext http, string format, Func<Call, Task<Answer>> work, CancellationToken stop) => AnswerAsync(http, format, async () =>
        await Call.OfFormAsync(http.Request, stop) is { } call
            ? await work(call)
            : Answer.Refused(StatusCodes.Status415UnsupportedMediaType, "Gönderi bir form olmalı: Content-Type: application/x-www-form-urlencoded."));

    /// <summary>Null for an address that is not of GeoReport.</summary>
    public static IResult? TooManyCalls(HttpContext http) => !http.Request.Path.StartsWithSegments("/open311/v2", StringComparison.Ordinal) ? null
        : Answer.Refused(StatusCodes.Status429TooManyRequests, "Kısa sürede çok fazla istek geldi. Biraz bekleyip yeniden deneyin.")
            .In(http.Request.Path.Value!.EndsWith(".xml", StringComparison.Ordinal) ? "xml" : "json");

    static async Task<IResult> AnswerAsync(HttpContext http, string format, Func<Task<Answer>> work)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*"; // no cookie is ever read here
        try
        {
            return (await work()).In(format);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Answer.Refused(error.StatusCode, "Bir gönderi en çok 1 MB olabilir.").In(format);
        }
        catch (Exception error) when (error is OverloadedException || HandleExceptions.IsDatabaseAway(error))
        {
            http.Response.Headers.RetryAfter = "5";
            return Answer.Refused(StatusCodes.Status503ServiceUnavailable, "Hizmete kısa süre ara verildi. Birkaç saniye sonra yeniden deneyin.").In(format);
        }
    }
}
