namespace AcikKapi.Intake.Http;

/// <summary>
/// Headers of every answer (P27): nothing is kept by browsers or proxies, nothing is framed, no referrer leaves; pages run only
/// our own scripts and styles, from files, and everything else shows nothing at all.
/// </summary>
static class SecureHeaders
{
    /// <summary>Key of HttpContext.Items: what an answer without data says of caching instead.</summary>
    public static readonly object Cache = new();

    const string OfPages = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    const string OfData = "default-src 'none'; frame-ancestors 'none'";

    // A service worker fetches by the policy its script came with.
    static bool IsOfPages(string? type) => type is not null && (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/javascript", StringComparison.OrdinalIgnoreCase));

    public static Task SetAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.CacheControl = http.Items.TryGetValue(Cache, out var cache) ? (string)cache! : "no-store";
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
            headers.ContentSecurityPolicy = IsOfPages(http.Response.ContentType) ? OfPages : OfData;
            if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
