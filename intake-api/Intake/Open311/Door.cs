using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Open311;

/// <summary>Runs an operation and answers in the format of the address; what none answers is told in GeoReport's form as well.</summary>
public static class Door
{
    public static async Task<IResult> GetAsync(HttpContext http, string format, Func<Call, Task<Answer>> work) => (await AnswerAsync(http, Call.OfAddress(http.Request), work)).In(format);

    public static async Task<IResult> PostAsync(HttpContext http, string format, Func<Call, Task<Answer>> work, CancellationToken stop) => (
        await Call.OfFormAsync(http.Request, stop) is { } call
            ? await AnswerAsync(http, call, work)
            : Answer.Refused(StatusCodes.Status415UnsupportedMediaType, "Gönderi bir form olmalı: Content-Type: application/x-www-form-urlencoded.")).In(format);

    /// <summary>A refusal or failure outside the operations, for a client that reads no problem+json; null for an address that is not of GeoReport.</summary>
    public static IResult? Told(HttpContext http, ProblemHttpResult problem)
    {
        if (!http.Request.Path.StartsWithSegments("/open311/v2", StringComparison.Ordinal)) return null;
        LetAnyPageRead(http);
        return Answer.Refused(problem.StatusCode, problem.ProblemDetails.Detail!).In(http.Request.Path.Value!.EndsWith(".xml", StringComparison.Ordinal) ? "xml" : "json");
    }

    static Task<Answer> AnswerAsync(HttpContext http, Call call, Func<Call, Task<Answer>> work)
    {
        LetAnyPageRead(http);
        return call.Unwritable is { } name ? Task.FromResult(Answer.Refused(StatusCodes.Status400BadRequest, $"{name}: geçersiz bir karakter içeriyor.")) : work(call);
    }

    // No cookie is ever read here.
    static void LetAnyPageRead(HttpContext http) => http.Response.Headers.AccessControlAllowOrigin = "*";
}
