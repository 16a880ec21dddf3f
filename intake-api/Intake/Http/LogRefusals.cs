using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Http;

/// <summary>What signed-in staff were refused, for whoever watches the log (P9): role, place, what kind of address; never whose application, never what was sent.</summary>
static class LogRefusals
{
    public static async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response.StatusCode is not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound) || AuthenticateStaff.Found(http) is not { } officer) return;
        http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("AcikKapi.Intake.Refusals").LogWarning("Refused {Status} {Method} {Route} to {Role} of {Province} {Officer}",
            http.Response.StatusCode, http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText, officer.RoleCode, officer.ProvinceCode, Convert.ToHexStringLower(officer.Pseudonym));
    }
}
