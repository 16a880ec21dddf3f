using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AcikKapi.Domain.Calendar;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.EndToEnd;

/// <summary>
/// Read this first: what the whole house is for. Ten citizens of Iğdır write to the bureau; the night takes their applications
/// to the star; the governor's brief, a PDF, says ten. It is printed by order: the night by itself prints ended periods.
/// </summary>
public sealed class OneApplicationTests
{
    [Fact]
    public async Task TenPosts_BecomeTheNumberTenInTheGovernorsPdf()
    {
        await using var home = new TestHome();
        await home.RunAsync("up");
        using var http = new HttpClient { BaseAddress = await home.IntakeAsync() };
        for (var citizen = 0; citizen < 10; citizen++) await SubmitAsync(http, citizen);

        var today = IstanbulTime.DayOf(DateTimeOffset.UtcNow);
        var analyst = (await home.RunAsync("staff", "add", "--role", "analyst", "--place", "76")).Output.Trim();
        foreach (var period in new[] { $"{today:yyyy-MM}", "2019-05" }) Assert.Equal("", await AskAsync(http, analyst, HttpMethod.Post, $$"""{"scope":"il:76","period":"{{period}}"}"""));
        await home.RunAsync("nightly", "--as-of", $"{today:yyyy-MM-dd}");

        using var orders = JsonDocument.Parse(await AskAsync(http, analyst, HttpMethod.Get));
        Assert.Equal([("2019-05", true), ($"{today:yyyy-MM}", false)], orders.RootElement.EnumerateArray().Select(o => (o.GetProperty("period").GetString()!, o.GetProperty("problem").ValueKind == JsonValueKind.String)));
        var ordered = await Pdf.TextAsync(Path.Combine(home.Folder, "out", "il-76", $"{today:yyyy-MM}.pdf"));
        var printed = await home.RunAsync("brief", "--scope", "il:76", "--period", $"{today:yyyy-MM}", "--out", Path.Combine(home.Folder, "briefs"));

        var text = await Pdf.TextAsync(printed.Output.Trim());
        Assert.Equal(ordered, text);
        Assert.Contains("Iğdır", text, StringComparison.Ordinal);
        Assert.Matches(@"\b10\s+başvuru\s+geldi", text);
    }

    /// <summary>Orders of briefs, or what became of them; the answer's body.</summary>
    static async Task<string> AskAsync(HttpClient http, string token, HttpMethod method, string? body = null)
    {
        using var request = new HttpRequestMessage(method, "v1/brief-orders");
        request.Headers.Authorization = new("Bearer", token);
        if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsStringAsync();
    }

    static async Task SubmitAsync(HttpClient http, int citizen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/applications");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Content = JsonContent.Create(new
        {
            kind = "request",
            channel = "web",
            typeCode = (string?)null,
            subject = "Kömür yardımı",
            text = "Evimizde yakacak kalmadı, kış gelmeden kömür yardımı rica ediyorum.",
            location = new { provinceCode = 76, districtCode = 1692, neighbourhood = "Söğütlü" },
            applicant = new
            {
                nationalId = NationalIds.Invented(citizen),
                firstName = "Deneme",
                lastName = "Kişisi",
                phone = "+905551112233",
                birthYear = 1980,
                gender = "female",
                education = "high_school",
                employment = "employed",
                circumstances = Array.Empty<string>(),
            },
            hideIdentity = false,
            confidential = false,
            stateOfEmergency = false,
            notify = true,
            bureauCode = (string?)null,
        });
        using var answer = await http.SendAsync(request);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }
}
