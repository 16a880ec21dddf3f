using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using AcikKapi.Domain;

namespace AcikKapi.Simulator.Visits;

/// <summary>The intake's HTTP interface, at an instant of the story. Waits and tries again where it is busy or away for a moment.</summary>
sealed class IntakeClient(HttpClient http)
{
    const int Tries = 60;
    static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);

    /// <summary>The answer, whatever it says; one that asks to come back later only after <see cref="Tries"/>.</summary>
    /// <param name="key">Makes a submission harmless to repeat.</param>
    /// <param name="token">Of staff; null for a citizen.</param>
    public async Task<HttpResponseMessage> PostAsync(string path, object body, DateTimeOffset at, string? token, Guid? key, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
            request.Headers.Add("Simulated-At", at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            if (key is { } uuid) request.Headers.Add("Idempotency-Key", uuid.ToString());
            if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var answer = await http.SendAsync(request, stop);
            if (attempt == Tries || !AsksToWait(answer)) return answer;
            var wait = answer.Headers.RetryAfter?.Delta ?? ShortWait;
            answer.Dispose();
            await Task.Delay(wait, stop);
        }
    }

    /// <summary>What the intake says, where it should have done it.</summary>
    public static async Task<UserError> RefusedAsync(HttpResponseMessage answer, string what, CancellationToken stop)
    {
        var told = await answer.Content.ReadAsStringAsync(stop);
        return new UserError(string.Create(CultureInfo.InvariantCulture, $"The intake refused {what} with {(int)answer.StatusCode}: {told}"));
    }

    static bool AsksToWait(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
        || answer.StatusCode == HttpStatusCode.Conflict && answer.Headers.RetryAfter is not null;
}
