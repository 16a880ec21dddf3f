using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace AcikKapi.Tests.Intake.Pages;

/// <param name="Location">Where a redirect leads; null where it is none.</param>
public sealed record PageAnswer(HttpStatusCode Status, string Body, string? Location, HttpResponseMessage Response);

/// <summary>A browser without scripts: keeps cookies (which are for HTTPS, so the HTTP client would not send them), sends forms with the page's token.</summary>
public sealed partial class PageClient(RunningIntake intake)
{
    readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = intake.Http.BaseAddress };

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    public void Take(string cookie, string value) => _cookies[cookie] = value;

    public void Forget(string cookie) => _cookies.Remove(cookie);

    public Task<PageAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public async Task<PageAnswer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("belirtec", await TokenAsync())]) });

    public async Task<string> TokenAsync() => (string)JsonNode.Parse((await GetAsync("/belirtec")).Body)!["token"]!;

    public async Task<PageAnswer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (request.Headers.Accept.Count == 0) request.Headers.TryAddWithoutValidation("Accept", "text/html,application/json");
            if (_cookies.Count > 0) request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
            var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var sets) ? sets : []) Keep(set);
            return new PageAnswer(response.StatusCode, await response.TextAsync(), response.Headers.Location?.ToString(), response);
        }
    }

    /// <summary>The value of a hidden field.</summary>
    public static string Field(string html, string name) => WebUtility.HtmlDecode(Regex.Match(html, $"name=\"{Regex.Escape(name)}\" value=\"([^\"]*)\"").Groups[1].Value);

    /// <summary>What a reader sees: without tags, entities read.</summary>
    public static string Text(string html) => WebUtility.HtmlDecode(Blanks().Replace(Tag().Replace(html, " "), " "));

    void Keep(string set)
    {
        var (name, value) = (set[..set.IndexOf('=', StringComparison.Ordinal)], set[(set.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
        if (value.Length == 0) _cookies.Remove(name);
        else _cookies[name] = value;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
