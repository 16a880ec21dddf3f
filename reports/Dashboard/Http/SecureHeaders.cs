namespace AcikKapi.Dashboard.Http;

/// <summary>Headers of every answer (P27), as the intake's: nothing is kept or framed, no referrer leaves, only our own scripts and styles run, from files.</summary>
static class SecureHeaders
{
    /// <summary>Key of HttpContext.Items: what an answer without data says of caching instead.</summary>
    public static readonly object Cache = new();

    const string OfPages = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    const string OfData = "default-src 'none'; frame-ancestors 'none'";

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
            headers.ContentSecurityPolicy = http.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true ? OfPages : OfData;
            if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
