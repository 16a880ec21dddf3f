using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace AcikKapi.Intake.Staff.SignIn;

/// <summary>Services of signing in: key ring, cookie, antiforgery, local accounts, and where configured an OpenID Connect provider.</summary>
public static class SignInServices
{
    public static void Add(IServiceCollection services, IntakeSettings settings)
    {
        services.AddDataProtection().SetApplicationName(StaffCookie.Application).PersistKeysToFileSystem(new KeyFolder(settings.Keys).OpenCookies());
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = StaffCookie.Antiforgery;
            options.Cookie.SecurePolicy = CookieSecurePolicy.None; // with Always it refuses plain HTTP behind a proxy; the policy of all cookies adds the flag
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = StaffCookie.AntiforgeryField;
            options.HeaderName = CrossSiteGuard.Header;
            options.SuppressXFrameOptionsHeader = true; // all headers are set in one place
        });
        var authentication = services.AddAuthentication(StaffCookie.Scheme).AddCookie(StaffCookie.Scheme, options =>
        {
            options.Cookie.Name = StaffCookie.Name;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Lax; // a link in an e-mail leads in
            options.Cookie.HttpOnly = true;
            options.ExpireTimeSpan = Sessions.Longest;
            options.SlidingExpiration = false;
        });
        if (settings.Oidc is { } provider)
        {
            services.AddSingleton<ExternalSignIn>();
            ExternalSignIn.Add(authentication, provider);
        }
        services.AddSingleton<CrossSiteGuard>().AddSingleton<Sessions>().AddSingleton<TotpCodes>();
        services.AddSingleton<SignInStaff>().AddSingleton<EnrolStaff>().AddSingleton<ChangePassword>();
    }
}
