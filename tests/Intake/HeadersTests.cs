using System.Net;
using AcikKapi.Tests.Intake.Pages;
using AcikKapi.Tests.Intake.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AcikKapi.Tests.Intake;

/// <summary>P27: headers, cookies and antiforgery of every address there is, by enumeration.</summary>
public sealed class HeadersTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    sealed record Address(string Method, string Path, RouteEndpoint Endpoint)
    {
        public bool IsForPrograms => Programs.Any(p => Path.StartsWith(p, StringComparison.Ordinal));
        public bool Changes => Method is not ("GET" or "HEAD");
    }

    static readonly string[] Programs = ["/v1/", "/open311/", "/internal/", "/openapi/", "/metrics", "/healthz", "/readyz"];

    IEnumerable<Address> Addresses() => intake.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new Address(method, Filled(e.RoutePattern), e)));

    static string Filled(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { Name: "id" } number when number.ParameterPolicies.Any(p => p.Content == "long") => "1",
        RoutePatternParameterPart { Name: "id" or "staffId" } => Guid.Empty.ToString(),
        RoutePatternParameterPart { Name: "format" } => "json",
        RoutePatternParameterPart { Name: "from" } => "2026-01-01",
        RoutePatternParameterPart { Name: "number" or "trackingNumber" } => "760000000000000000",
        RoutePatternParameterPart { Name: "documentName" } => "v1",
        _ => "76",
    })))).TrimEnd('/');

    [Fact]
    public async Task EveryAddress_CarriesTheHeadersAndSafeCookies()
    {
        var client = await (await Person.AddAsync(intake, "executive", "76")).SignInAsync(intake);
        var wrong = new List<string>();
        var asked = 0;
        foreach (var address in Addresses().Where(a => a.Path != "/cikis"))
        {
            var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(address.Method), address.Path.Length == 0 ? "/" : address.Path));
            wrong.AddRange(Wrong(address, answer.Response).Select(w => $"{address.Method} {address.Path} {(int)answer.Status}: {w}"));
            asked++;
        }
        Assert.Empty(wrong);
        Assert.True(asked > 120, $"only {asked} addresses");
    }

    static IEnumerable<string> Wrong(Address address, HttpResponseMessage response)
    {
        string Header(string name) => response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";
        var isKept = address.Path.StartsWith("/varlik/", StringComparison.Ordinal) || address.Path is "/sw.js" or "/site.webmanifest" or "/favicon.ico";
        if (!isKept && Header("Cache-Control") != "no-store") yield return $"cache {Header("Cache-Control")}";
        if (Header("X-Content-Type-Options") != "nosniff") yield return "nosniff";
        if (Header("X-Frame-Options") != "DENY") yield return "frames";
        if (Header("Referrer-Policy") != "no-referrer") yield return "referrer";
        if (Header("Server").Length > 0) yield return "server";
        var csp = Header("Content-Security-Policy");
        if (!csp.Contains("default-src 'none'", StringComparison.Ordinal) || !csp.Contains("frame-ancestors 'none'", StringComparison.Ordinal) || csp.Contains("unsafe-", StringComparison.Ordinal)) yield return $"csp {csp}";
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
            if (!cookie.StartsWith("__Host-", StringComparison.Ordinal) || !cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase) || !cookie.Contains("; httponly", StringComparison.OrdinalIgnoreCase) || !cookie.Contains("; samesite=", StringComparison.OrdinalIgnoreCase)) yield return $"cookie {cookie}";
    }

    [Fact]
    public async Task EveryForm_IsRefusedWithoutTheTokenOfAPage()
    {
        var client = await (await Person.AddAsync(intake, "executive", "76")).SignInAsync(intake);
        var forms = Addresses().Where(a => a is { Changes: true, IsForPrograms: false }).ToList();
        Assert.True(forms.Count > 45, $"only {forms.Count} forms");
        foreach (var address in forms)
        {
            Assert.True(address.Endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true }, address.Path);
            var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, address.Path) { Content = new FormUrlEncodedContent([KeyValuePair.Create("reason", "x")]) });
            Assert.True(answer.Status == HttpStatusCode.BadRequest && PageClient.Text(answer.Body).Contains("Sayfanın süresi dolmuş", StringComparison.Ordinal), $"{address.Path} {answer.Status}");
        }
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/v1/me")).Status); // the forged sign-out did nothing
    }

    /// <summary>A cookie alone changes nothing through the addresses of programs either; the control shows that the token makes the difference.</summary>
    [Fact]
    public async Task CookieWithoutTheToken_IsNobodyToTheApi()
    {
        var client = await (await Person.AddAsync(intake, "executive", "76")).SignInAsync(intake);
        foreach (var address in Addresses().Where(a => a.Changes && a.Path.StartsWith("/v1/", StringComparison.Ordinal)))
        {
            var forged = await SendAsync(client, address, token: null);
            Assert.False((int)forged.Status < 300 && await IsStaffOnlyAsync(address), $"{address.Method} {address.Path} {forged.Status}");
        }
        var put = Addresses().Single(a => a is { Method: "PUT", Path: "/v1/bureaus/76" });
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(client, put, token: null)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(client, put, await client.TokenAsync())).Status);
    }

    /// <summary>Without a cookie the same request is told to sign in.</summary>
    async Task<bool> IsStaffOnlyAsync(Address address) => (await SendAsync(new PageClient(intake), address, token: null)).Status == HttpStatusCode.Unauthorized;

    static Task<PageAnswer> SendAsync(PageClient client, Address address, string? token)
    {
        var request = new HttpRequestMessage(new HttpMethod(address.Method), address.Path) { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Add("X-Belirtec", token);
        return client.SendAsync(request);
    }

    [Fact]
    public async Task Pages_HoldNoInlineStyleOrScript()
    {
        var client = await (await Person.AddAsync(intake, "executive", "76")).SignInAsync(intake);
        foreach (var address in Addresses().Where(a => a is { Method: "GET", IsForPrograms: false }))
        {
            var answer = await client.GetAsync(address.Path.Length == 0 ? "/" : address.Path);
            if (answer.Response.Content.Headers.ContentType?.MediaType != "text/html") continue;
            Assert.DoesNotMatch(@"\sstyle=|\son[a-z]+=|<style|<script>|<script(?![^>]*src=)|https?://(?!www\.w3\.org)", answer.Body);
        }
    }
}
