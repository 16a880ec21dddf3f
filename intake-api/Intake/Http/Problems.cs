using System.Globalization;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Pages;
using AcikKapi.Intake.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Http;

/// <summary>Every refusal as RFC 9457 problem+json, in Turkish, saying what to do and nothing of what was sent.</summary>
public static class Problems
{
    public static readonly ProblemHttpResult NotFound =
        Of(StatusCodes.Status404NotFound, "Başvuru bulunamadı", "Bu takip numarasıyla bir başvuru yok. Numarayı denetleyip yeniden deneyin.");

    public static readonly ProblemHttpResult Unreadable =
        Of(StatusCodes.Status400BadRequest, "Gönderi okunamadı", "Gönderi geçerli bir JSON nesnesi değil.");

    /// <summary>Something of the place's settings that is not there, or not the caller's.</summary>
    public static readonly ProblemHttpResult NoSuchSetting =
        Of(StatusCodes.Status404NotFound, "Kayıt bulunamadı", "Yetkili olduğunuz yerde böyle bir kayıt yok.");

    public static ProblemHttpResult Of(int status, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: "about:blank");

    public static ProblemHttpResult Refused(Refusal refusal) => refusal.Status switch
    {
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status401Unauthorized => Of(refusal.Status, "Kimlik doğrulanmadı", refusal.Sentence),
        _ => Of(refusal.Status, "Yetkiniz yok", refusal.Sentence),
    };

    /// <summary>422: <c>errors</c> holds the sentences of each field.</summary>
    public static ProblemHttpResult Fields(FieldErrors errors) =>
        TypedResults.Problem(new HttpValidationProblemDetails(errors.ByField())
        {
            Type = "about:blank",
            Title = "Gönderilen bilgiler kabul edilemedi",
            Detail = "Belirtilen alanları düzeltip yeniden gönderin.",
            Status = StatusCodes.Status422UnprocessableEntity,
        });

    /// <summary>What a bare status code (no body of its own) tells the caller.</summary>
    public static ProblemHttpResult OfStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Of(status, "İstek anlaşılamadı", "İstek bozuk ya da eksik."),
        StatusCodes.Status404NotFound => Of(status, "Bulunamadı", "Bu adreste bir şey yok."),
        StatusCodes.Status405MethodNotAllowed => Of(status, "Bu yöntem kullanılamaz", "Bu adres başka bir HTTP yöntemi bekliyor."),
        StatusCodes.Status413PayloadTooLarge => Of(status, "Gönderi çok büyük", "Bir gönderi en çok 1 MB, bir dosya en çok 5 MB olabilir."),
        StatusCodes.Status415UnsupportedMediaType => Of(status, "Biçim desteklenmiyor", "Gönderi JSON olmalı: Content-Type: application/json."),
        _ => Of(status, "İstek karşılanamadı", $"Sunucu {status.ToString(CultureInfo.InvariantCulture)} koduyla yanıt verdi."),
    };

    /// <summary>In the form that whoever asked can read: GeoReport's, a page, else the problem itself.</summary>
    public static Task Answer(HttpContext http, ProblemHttpResult problem)
    {
        http.Response.StatusCode = problem.StatusCode;
        return (Open311.Door.Told(http, problem) ?? (Page.IsWantedBy(http.Request) ? Page.Problem(problem) : problem)).ExecuteAsync(http);
    }

    public static ProblemHttpResult Unavailable(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "5";
        return Of(StatusCodes.Status503ServiceUnavailable, "Hizmete kısa süre ara verildi", "Kayıt şu anda yapılamıyor. Birkaç saniye sonra yeniden deneyin.");
    }
}
