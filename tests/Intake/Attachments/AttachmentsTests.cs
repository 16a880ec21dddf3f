using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ScottPlot;
using Xunit;

namespace AcikKapi.Tests.Intake.Attachments;

public sealed class AttachmentsTests : IAsyncLifetime
{
    RunningIntake _intake = null!;
    string _desk = "";

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync();
        _desk = await _intake.AddStaffAsync("desk", "76");
    }

    [Fact]
    public async Task Picture_IsKeptAndOpenedWithAReasonThatIsLogged()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        var (status, receipt) = await AddAsync(number, Drawing);
        Assert.Equal((HttpStatusCode.Created, 1, "image/png"), (status, (int)receipt!["no"]!, (string)receipt["mediaType"]!));

        Assert.Equal(HttpStatusCode.Unauthorized, (await OpenAsync(number, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(number, await _intake.AddStaffAsync("desk", "34"))).StatusCode);
        using var opened = await OpenAsync(number, _desk);
        Assert.Equal((HttpStatusCode.OK, "image/png", "attachment", "nosniff"),
            (opened.StatusCode, opened.Content.Headers.ContentType!.MediaType, opened.Content.Headers.ContentDisposition!.DispositionType, opened.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(AcikKapi.Intake.Attachments.CleanFile.Of(Drawing).Bytes, await opened.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await _intake.ScalarAsync<int>("select count(*)::int from intake.access_log where reason = 'Dosyaya bakılacak'"));
    }

    [Fact]
    public async Task SixthFileLongFileAndForeignFile_AreRefused()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.Created, (await AddAsync(number, Drawing)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await AddAsync(number, Drawing)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await AddAsync(number, [.. Drawing, .. new byte[6 * 1024 * 1024]])).Status);
        var (tooLong, film) = await AddAsync(number, new byte[40 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLong);
        Assert.Contains("5 MB", (string)film!["detail"]!, StringComparison.Ordinal); // and not a broken pipe
        var (status, problem) = await AddAsync(number, Encoding.UTF8.GetBytes("<svg onload='alert(1)'/>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Yalnız JPEG, PNG ya da PDF", (string)problem!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await AddAsync("761111111111111111", Drawing)).Status);
        Assert.Equal(5, await _intake.ScalarAsync<int>("select count(*)::int from intake.attachments"));
    }

    [Fact]
    public async Task FilesSentAtOnce_NeverBecomeMoreThanFive()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => AddAsync(number, Drawing)));
        Assert.Equal(5, answers.Count(a => a.Status == HttpStatusCode.Created));
        Assert.Equal(7, answers.Count(a => a.Status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task TipOffsFile_LiesSealedAndOpensForTheBureau()
    {
        var number = await _intake.AcceptedAsync(Bodies.TipOff());
        Assert.Equal(HttpStatusCode.Created, (await AddAsync(number, Drawing)).Status);
        Assert.False(await _intake.ScalarAsync<bool>("select position('IHDR'::bytea in content) > 0 from intake.attachments"));
        using var opened = await OpenAsync(number, _desk);
        Assert.Equal(AcikKapi.Intake.Attachments.CleanFile.Of(Drawing).Bytes, await opened.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Whoever opens the words learns which files there are, and in another province as well.</summary>
    [Fact]
    public async Task Files_AreListedWithTheWordsAndGoAlong()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        await AddAsync(number, Drawing);
        await AddAsync(number, Pdfs.OfOnePage());
        string[] expected = ["1 image/png", "2 application/pdf"];
        async Task<string[]> ListedAsync(string asked, string token) =>
            [.. (await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{asked}/openings", """{"reason":"İnceleme"}""", token)).Json!["files"]!.AsArray().Select(f => $"{f!["no"]} {f["mediaType"]}")];
        Assert.Equal(expected, await ListedAsync(number, _desk));
        var (_, receipt) = await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", """{"event":"referred","provinceCode":34}""", _desk);
        Assert.Equal(expected, await ListedAsync((string)receipt!["handedOverTo"]!, await _intake.AddStaffAsync("desk", "34")));
        Assert.Equal(2, await _intake.ScalarAsync<int>("select count(distinct content)::int from intake.attachments"));
    }

    [Fact]
    public async Task AnsweredApplication_TakesNoMoreFiles()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", """{"event":"rejected","reasonCode":"repeated"}""", _desk);
        Assert.Equal(HttpStatusCode.Conflict, (await AddAsync(number, Drawing)).Status);
    }

    static readonly byte[] Drawing = Draw();

    static byte[] Draw()
    {
        using var plot = new Plot();
        plot.Add.Signal(Generate.Cos());
        return plot.GetImage(120, 80).GetImageBytes(ImageFormat.Png);
    }

    async Task<(HttpStatusCode Status, JsonNode? Json)> AddAsync(string number, byte[] file)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var response = await _intake.Http.PostAsync($"/v1/applications/{number}/attachments", content);
        return (response.StatusCode, JsonNode.Parse(await response.TextAsync()));
    }

    async Task<HttpResponseMessage> OpenAsync(string number, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/applications/{number}/attachments/1/openings") { Content = new StringContent("""{"reason":"Dosyaya bakılacak"}""", Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _intake.Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync() => await _intake.DisposeAsync();
}
