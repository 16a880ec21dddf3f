using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AcikKapi.Intake;
using AcikKapi.Tests.Intake.Pages;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AcikKapi.Tests.Intake.SignIn;

/// <summary>Signing in through a real provider, and what becomes of tokens that were tampered with on their way.</summary>
public sealed class ExternalSignInTests : IAsyncLifetime
{
    readonly Tamper _tamper = new();
    OpenIdProvider _provider = null!;
    RunningIntake _intake = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await OpenIdProvider.StartAsync();
        _intake = await RunningIntake.WithAsync(
            oidc: new OidcSettings(_provider.Address, OpenIdProvider.Client, OpenIdProvider.Secret, "sub", "Valilik hesabı"),
            more: services => services.PostConfigure<OpenIdConnectOptions>("Oidc", options => options.Backchannel = new HttpClient(_tamper)));
    }

    public async ValueTask DisposeAsync()
    {
        await _intake.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task KnownPerson_IsLetInByCodeAndPkce()
    {
        await AddAsync("desk", "kisi-1");
        var client = new PageClient(_intake);
        Assert.Equal("/gorevli/kayit", (await GoAsync(client, "/gorevli/kayit")).Location);
        Assert.Equal("S256", _provider.ChallengeMethod);
        Assert.Contains("\"role\":\"desk\"", (await client.GetAsync("/v1/me")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownOrDisabledPerson_IsNot()
    {
        Assert.Equal("/giris?hata=hesap", (await GoAsync(new PageClient(_intake))).Location);
        await AddAsync("desk", "kisi-1");
        await _intake.ExecuteAsync("update intake.staff set disabled_at = now()");
        Assert.Equal("/giris?hata=hesap", (await GoAsync(new PageClient(_intake))).Location);
    }

    [Theory]
    [InlineData("pwd", false)]
    [InlineData("mfa", true)]
    [InlineData("otp", true)]
    public async Task RoleThatSeesMuch_NeedsASecondFactorOfTheProviderOrOfOurs(string method, bool isIn)
    {
        var person = await Person.AddAsync(_intake, "executive", "76");
        await _intake.ExecuteAsync("update intake.staff_sign_in set external_subject = 'kisi-1' where staff_id = @StaffId", person);
        _provider.Methods = ["pwd", method];
        var client = new PageClient(_intake);
        var answer = await GoAsync(client);
        if (isIn) Assert.Equal("/gorevli", answer.Location);
        else Assert.Equal("/gorevli", (await client.PostAsync("/giris/kod", ("bilet", PageClient.Field(answer.Body, "bilet")), ("code", person.CodeNow()))).Location);
    }

    [Fact]
    public async Task StateOrCodeOfAnother_IsRefused()
    {
        await AddAsync("desk", "kisi-1");
        var (mine, theirs) = (new PageClient(_intake), new PageClient(_intake));
        var callback = await ReachCallbackAsync(theirs);
        Assert.Equal("/giris?hata=saglayici", (await mine.GetAsync(callback)).Location); // another browser's
        await theirs.GetAsync(callback);
        Assert.Equal("/giris?hata=saglayici", (await theirs.GetAsync(callback)).Location); // twice
    }

    [Fact]
    public async Task FortyMutatedTokens_AreRefused()
    {
        await AddAsync("desk", "kisi-1");
        Assert.Equal("/gorevli", (await GoAsync(new PageClient(_intake))).Location); // the control: untouched it is taken
        var mutations = TokenMutations.All(_provider).ToList();
        Assert.True(mutations.Count >= 40, $"only {mutations.Count}");
        foreach (var (name, change) in mutations)
        {
            _tamper.Change = change;
            var client = new PageClient(_intake);
            var answer = await GoAsync(client);
            Assert.True(answer.Location == "/giris?hata=saglayici", $"{name}: {answer.Status} {answer.Location}");
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/v1/me")).Status);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{mutations.Count} mutated tokens refused");
        _tamper.Change = null;
        Assert.Equal("/gorevli", (await GoAsync(new PageClient(_intake))).Location);
    }

    async Task AddAsync(string role, string subject)
    {
        var person = await Person.AddAsync(_intake, role, "76");
        await _intake.ExecuteAsync("update intake.staff_sign_in set external_subject = @subject where staff_id = @StaffId", new { subject, person.StaffId });
    }

    async Task<PageAnswer> GoAsync(PageClient client, string to = "/gorevli") => await client.GetAsync(await ReachCallbackAsync(client, to));

    /// <summary>To the provider and back: the address with the code.</summary>
    async Task<string> ReachCallbackAsync(PageClient client, string to = "/gorevli")
    {
        var challenge = await client.GetAsync($"/giris/kurum?donus={Uri.EscapeDataString(to)}");
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var answer = await http.GetAsync(challenge.Location, TestContext.Current.CancellationToken);
        Assert.True(answer.Headers.Location is not null, await answer.TextAsync());
        return answer.Headers.Location!.PathAndQuery;
    }

    /// <summary>Stands between us and the provider's token address.</summary>
    sealed class Tamper() : DelegatingHandler(new HttpClientHandler())
    {
        public Func<string, string>? Change { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (Change is null || request.RequestUri!.AbsolutePath != "/connect/token") return response;
            var json = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
            json["id_token"] = Change((string)json["id_token"]!);
            response.Content = new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json");
            return response;
        }
    }
}
