using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace AcikKapi.Tests.Intake.SignIn;

/// <summary>A real OpenID Connect provider on a free port (OpenIddict, without a database): whoever comes is <see cref="Subject"/>.</summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    public const string Client = "acikkapi", Secret = "gizli-istemci-anahtari";

    WebApplication _server = null!;

    public RSA Key { get; } = RSA.Create(2048);

    public RsaSecurityKey SigningKey => new(Key) { KeyId = "saglayici-1" };

    public string Subject { get; set; } = "kisi-1";

    /// <summary>What the provider says it asked for.</summary>
    public string[] Methods { get; set; } = ["pwd"];

    /// <summary>Seen at the authorization address: the code flow with PKCE or not.</summary>
    public string? ChallengeMethod { get; private set; }

    public Uri Address { get; private set; } = null!;

    public static async Task<OpenIdProvider> StartAsync()
    {
        var provider = new OpenIdProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            options.RegisterScopes(Scopes.Profile);
            options.AddEphemeralEncryptionKey().AddSigningKey(provider.SigningKey).EnableDegradedMode();
            options.UseAspNetCore().DisableTransportSecurityRequirement();
            options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client) context.Reject(Errors.InvalidClient);
                return default;
            }));
            options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || context.ClientSecret != Secret) context.Reject(Errors.InvalidClient);
                return default;
            }));
            options.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                provider.ChallengeMethod = context.Request.CodeChallengeMethod;
                var identity = new ClaimsIdentity("test");
                identity.SetClaim(Claims.Subject, provider.Subject);
                foreach (var method in provider.Methods) identity.AddClaim(new Claim(Claims.AuthenticationMethodReference, method));
                var principal = new ClaimsPrincipal(identity);
                principal.SetScopes(context.Request.GetScopes());
                principal.SetDestinations(_ => [Destinations.IdentityToken]);
                context.Principal = principal;
                return default;
            }));
        });
        provider._server = builder.Build();
        provider._server.UseRouting();
        provider._server.UseAuthentication();
        await provider._server.StartAsync();
        provider.Address = new Uri(provider._server.Urls.Single());
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Key.Dispose();
    }
}
