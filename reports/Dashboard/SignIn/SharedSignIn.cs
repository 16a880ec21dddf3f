using AcikKapi.Domain.Identity;
using Microsoft.AspNetCore.DataProtection;

namespace AcikKapi.Dashboard.SignIn;

/// <summary>Reads the intake's cookie and makes antiforgery tokens that the intake takes too: the same key ring, names and scheme (docs/adr/0040, 0070).</summary>
static class SharedSignIn
{
    public static void Add(IServiceCollection services, WorkbenchSettings settings)
    {
        // New keys are the intake's to make.
        services.AddDataProtection().SetApplicationName(StaffCookie.Application).PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Keys, "cookies"))).DisableAutomaticKeyGeneration();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = StaffCookie.Antiforgery;
            options.Cookie.SecurePolicy = CookieSecurePolicy.None; // the policy of all cookies adds the flag
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = StaffCookie.AntiforgeryField;
            options.HeaderName = StaffCookie.AntiforgeryHeader;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthentication(StaffCookie.Scheme).AddCookie(StaffCookie.Scheme, options => options.Cookie.Name = StaffCookie.Name);
        services.AddHttpClient<IntakeDoor>(http => (http.BaseAddress, http.Timeout) = (settings.Intake, TimeSpan.FromSeconds(10)))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false });
    }
}
