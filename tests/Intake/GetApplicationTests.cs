using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake;

public sealed class GetApplicationTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    [Fact]
    public async Task KnownNumber_ShowsStagesAndNoPersonalData()
    {
        var number = await intake.AcceptedAsync(Bodies.Valid());
        var text = await intake.Http.GetStringAsync($"/v1/applications/{number}", TestContext.Current.CancellationToken);

        Assert.Equal("Alındı", (string)JsonNode.Parse(text)!["stages"]![0]!["name"]!);
        foreach (var secret in new[] { "Çiğdem", "Öztürkoğlu", Bodies.NationalId, "555111", "lamba" }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/applications/{0}")]
    [InlineData("/v1/applications/{0}/deadline")]
    public async Task UnknownAndMalformedNumbers_AreAnsweredAlike(string path)
    {
        string[] numbers = ["761234567890123456", "991234567890123456", "76", "abc", "٧٦١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦", "1%27%20or%201=1--"];
        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var number in numbers)
        {
            var response = await intake.Http.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, number), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            answers.Add(await response.TextAsync());
        }
        Assert.Single(answers);
    }

    [Fact]
    public async Task Deadline_ExplainsEachDay()
    {
        await using var demo = await RunningIntake.WithAsync(demo: true);
        var number = await demo.AcceptedAsync(Bodies.Valid(), simulatedAt: "2024-04-22T08:00:00+03:00"); // the day before 23 April
        var answer = JsonNode.Parse(await demo.Http.GetStringAsync($"/v1/applications/{number}/deadline", TestContext.Current.CancellationToken))!;
        var days = answer["days"]!.AsArray();

        Assert.Equal("2024-05-03", (string)answer["dueDate"]!);
        Assert.Equal(7, days.Count(d => (bool)d!["counted"]!));
        Assert.Contains("Ulusal Egemenlik", (string)days.Single(d => (string)d!["date"]! == "2024-04-23")!["why"]!, StringComparison.Ordinal);
        Assert.Contains(days, d => (string)d!["date"]! == "2024-05-01" && !(bool)d["counted"]!);
    }
}
