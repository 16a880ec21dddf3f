using System.Net;
using System.Net.Http.Json;
using AcikKapi.Domain.Identity;

namespace AcikKapi.Dashboard.SignIn;

/// <summary>The intake, which alone knows who is signed in and keeps what people decide. Only its own two cookies are passed on.</summary>
public sealed class IntakeDoor(HttpClient http)
{
    sealed record Account(string Role, int? ProvinceCode, int? DistrictCode);

    /// <summary>Null: nobody is signed in, or the session is over.</summary>
    /// <exception cref="HttpRequestException">The intake cannot be reached.</exception>
    public async Task<Officer?> WhoAsync(HttpContext asker)
    {
        if (!asker.Request.Cookies.ContainsKey(StaffCookie.Name)) return null;
        using var request = Passing(asker, HttpMethod.Get, "/v1/me");
        using var answer = await http.SendAsync(request, asker.RequestAborted);
        if (answer.StatusCode == HttpStatusCode.Unauthorized) return null;
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<Account>(asker.RequestAborted) is { } account
            ? new Officer(account.Role, account.ProvinceCode, account.DistrictCode) : null;
    }

    /// <summary>What the intake lists for this officer; nothing where it does not let them.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(HttpContext asker, string path)
    {
        using var request = Passing(asker, HttpMethod.Get, path);
        using var answer = await http.SendAsync(request, asker.RequestAborted);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<T[]>(asker.RequestAborted) ?? [] : [];
    }

    /// <summary>Sends what a form of this program says on to the intake, which checks and keeps it.</summary>
    /// <returns>Null when it is kept; else the intake's own sentences.</returns>
    public async Task<string?> SendAsync(HttpContext asker, string path, object body)
    {
        using var request = Passing(asker, HttpMethod.Post, path);
        // The form's token, which this program made with the shared keys, is what the intake asks for too.
        request.Headers.TryAddWithoutValidation(StaffCookie.AntiforgeryHeader, asker.Request.Form[StaffCookie.AntiforgeryField].ToString());
        request.Content = JsonContent.Create(body);
        using var answer = await http.SendAsync(request, asker.RequestAborted);
        if (answer.IsSuccessStatusCode) return null;
        var problem = await answer.Content.ReadFromJsonAsync<HttpValidationProblemDetails>(asker.RequestAborted);
        return problem?.Errors.Count > 0 ? string.Join(' ', problem.Errors.SelectMany(field => field.Value)) : problem?.Detail is { Length: > 0 } detail ? detail : "Kaydedilemedi.";
    }

    static HttpRequestMessage Passing(HttpContext asker, HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        var cookies = new[] { StaffCookie.Name, StaffCookie.Antiforgery }.Where(asker.Request.Cookies.ContainsKey).Select(name => $"{name}={asker.Request.Cookies[name]}");
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies));
        return request;
    }
}
