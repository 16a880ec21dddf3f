using AcikKapi.Dashboard.Filters;
using AcikKapi.Dashboard.Pages;
using AcikKapi.Dashboard.Releases;
using AcikKapi.Domain;

namespace AcikKapi.Dashboard.SignIn;

/// <summary>Marks addresses that are for signed-in staff.</summary>
sealed record ForStaff;

/// <summary>
/// Before every page for staff: asks the intake who it is, opens the file of their place and reads the filter; or leads to the sign-in, or says why not.
/// </summary>
sealed class BeginVisit(RequestDelegate next, IntakeDoor intake, CurrentRelease release, WorkbenchSettings settings, ILogger<BeginVisit> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ForStaff>() is null) await next(http);
        else if (await AnswerInsteadAsync(http) is { } instead) await instead.ExecuteAsync(http);
        else await next(http);
    }

    /// <summary>Null: the visit has begun.</summary>
    async Task<IResult?> AnswerInsteadAsync(HttpContext http)
    {
        Officer? officer;
        try
        {
            officer = await intake.WhoAsync(http);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !http.RequestAborted.IsCancellationRequested)
        {
            return Page.Problem(503, "Oturumunuz denetlenemiyor", "Başvuru hizmetine şu anda ulaşılamıyor. Biraz sonra yeniden deneyin.");
        }
        if (officer is null) return TypedResults.Redirect($"{settings.IntakeSeenByBrowsers}/giris?donus={Uri.EscapeDataString(http.Request.Path + (HttpMethods.IsGet(http.Request.Method) ? http.Request.QueryString.Value : ""))}");
        if (!officer.MayWorkHere) return Refused(http, officer, 403, "Bu sayfa göreviniz için değil", "Analiz tezgâhını veri analiz görevlisi, koordinatör, yönetici ve bakanlık kullanır.");
        if (release.Of(officer) is not { } cut) return Page.Problem(503, "Henüz yayımlanmış veri yok", "Gece işi bu sürümle ilk kez tamamlanınca sayılar burada görünür.");

        var data = new Reading(cut);
        http.Response.RegisterForDispose(data);
        try
        {
            var about = data.One<About>("about.sql");
            new Visit(officer, data, about, ReadFilter.Run(http.Request.Query, officer, about.DataDate, unit => data.Rows<string>("Filters/unit_name.sql", new { unit }).FirstOrDefault())).Begin(http);
            return null;
        }
        catch (UserError error)
        {
            return Refused(http, officer, 404, "Aradığınız bulunamadı", error.Message);
        }
    }

    /// <summary>For whoever watches the log (P9): role, place and what kind of address, never what was asked.</summary>
    IResult Refused(HttpContext http, Officer officer, int status, string title, string detail)
    {
        log.LogWarning("Refused {Status} {Route} to {Role} of {Province}", status, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText, officer.Role, officer.ProvinceCode);
        return Page.Problem(status, title, detail);
    }
}
