using Microsoft.AspNetCore.Antiforgery;

namespace AcikKapi.Intake.Http;

/// <summary>Whether a request that changes something was made by a page of ours: it carries the antiforgery token, in the form or as a header.</summary>
public sealed class CrossSiteGuard(IAntiforgery antiforgery)
{
    /// <summary>Of scripts, which send JSON.</summary>
    public const string Header = Domain.Identity.StaffCookie.AntiforgeryHeader;

    /// <summary>True for whatever only reads.</summary>
    public async Task<bool> IsFromOurPageAsync(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
        || (http.Features.Get<IAntiforgeryValidationFeature>()?.IsValid ?? await antiforgery.IsRequestValidAsync(http));
}
