using System.Net;
using System.Net.Http.Json;
using AcikKapi.Domain.Calendar;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.EndToEnd;

/// <summary>
/// Read this first: what the whole house is for. Ten citizens of Iğdır write to the bureau; the night takes their applications
/// to the star; the governor's brief, a PDF, says ten.
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
        await home.RunAsync("nightly", "--as-of", $"{today:yyyy-MM-dd}");
        var printed = await home.RunAsync("brief", "--scope", "il:76", "--period", $"{today:yyyy-MM}", "--out", Path.Combine(home.Folder, "briefs"));

        var text = await Pdf.TextAsync(printed.Output.Trim());
        Assert.Contains("Iğdır", text, StringComparison.Ordinal);
        Assert.Matches(@"\b10\s+başvuru\s+geldi", text);
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
