using System.Security.Claims;
using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Pages.SignIn;
using AcikKapi.Intake.Postgres;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace AcikKapi.Intake.Staff.SignIn;

/// <summary>
/// Signing in through an OpenID Connect provider: code flow with PKCE, the ID token checked by Microsoft's library; then the account that
/// this installation knows by the token's claim, and no other. Where the token does not say that a second factor was asked for
/// (amr, RFC 8176) and the role needs one, ours is asked.
/// </summary>
public sealed class ExternalSignIn(PlaceTransaction database, SignInStaff signIn, OidcClaim claim)
{
    public const string Scheme = "Oidc";

    public const string CallbackPath = "/giris/donus";

    static readonly string[] SecondFactors = ["mfa", "otp", "hwk", "swk", "fpt", "face", "iris", "sc", "pop"];

    public static void Add(AuthenticationBuilder authentication, OidcSettings provider)
    {
        authentication.Services.AddSingleton(new OidcClaim(provider.Claim));
        authentication.AddOpenIdConnect(Scheme, options =>
        {
            options.SignInScheme = StaffCookie.Scheme;
            options.Authority = provider.Authority.ToString();
            options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
            (options.ClientId, options.ClientSecret) = (provider.ClientId, provider.ClientSecret);
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query; // comes back as a link: cookies need not cross sites
            options.UsePkce = true;
            options.CallbackPath = CallbackPath;
            options.TokenHandler = new SignedTokensOnly { MapInboundClaims = false };
            options.SaveTokens = false;
            options.Scope.Clear();
            options.Scope.Add("openid");
            options.Scope.Add("profile");
            foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
                (cookie.SameSite, cookie.SecurePolicy, cookie.Path) = (SameSiteMode.Lax, CookieSecurePolicy.Always, "/");
            (options.CorrelationCookie.Name, options.NonceCookie.Name) = ("__Host-donus.", "__Host-tek.");
            options.TokenValidationParameters.ValidAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];
            options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
            options.Events.OnTicketReceived = received => received.HttpContext.RequestServices.GetRequiredService<ExternalSignIn>().ReceiveAsync(received);
            options.Events.OnRemoteFailure = failed =>
            {
                failed.Response.Redirect("/giris?hata=saglayici");
                failed.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }

    async Task ReceiveAsync(TicketReceivedContext received)
    {
        received.HandleResponse(); // the provider's identity is not ours: the cookie is of our account
        var http = received.HttpContext;
        var subject = received.Principal?.FindFirstValue(claim.Name);
        var account = subject is null ? null : await database.RunAsync(place: null, work => work.FindAsync<SignInAccount>("Staff/SignIn/LockAccount.sql",
            new { name = (string?)null, staff = (Guid?)null, subject, enrolment = Array.Empty<byte>() }), http.RequestAborted);
        if (account is null)
        {
            http.Response.Redirect("/giris?hata=hesap");
            return;
        }
        var hasSecondFactor = received.Principal!.FindAll("amr").Any(method => SecondFactors.Contains(method.Value, StringComparer.Ordinal));
        var answer = await signIn.GoOnAsync(http, account, http.RequestAborted, hasSecondFactor);
        await SignInPages.AfterFirstStep(answer, returnTo: received.ReturnUri).ExecuteAsync(http);
    }
}

/// <summary>The library takes an unsigned ID token in the code flow, because it came straight from the provider; we do not.</summary>
sealed class SignedTokensOnly : JsonWebTokenHandler
{
    public override Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        validationParameters.RequireSignedTokens = true;
        return base.ValidateTokenAsync(token, validationParameters);
    }
}

/// <summary>Which claim of the provider's token names an account.</summary>
public sealed record OidcClaim(string Name);
