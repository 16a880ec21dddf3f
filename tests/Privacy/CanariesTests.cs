using System.Globalization;
using System.Net;
using System.Text;
using AcikKapi.Domain.Calendar;
using AcikKapi.Tests.Faults;
using AcikKapi.Tests.Intake;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Privacy;

/// <summary>P12: nothing that leaves PostgreSQL tells who wrote. Ten thousand persons with --slow, two hundred without.</summary>
public sealed class CanariesTests
{
    static readonly int Population = Suites.Slow ? 10_000 : 200;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AfterANight_NobodyIsInAnyFile()
    {
        await using var home = await FaultHome.StartAsync();
        await SubmitAllAsync(home);
        while (await home.ScalarAsync<int>("select count(*)::int from intake.messages where state in ('created', 'sending', 'sent')") > 0) await Task.Delay(200, Stop);
        var today = IstanbulTime.DayOf(DateTimeOffset.UtcNow);
        await home.RunAsync("nightly", "--as-of", WarehousePaths.Name(today));
        await home.RunAsync("brief", "--scope", "il:76", "--period", today.ToString("yyyy-MM", CultureInfo.InvariantCulture), "--out", Path.Combine(home.Folder, "out"));

        var scanner = new Scanner(Population);
        var known = await scanner.PostgresAsync(home.Owner, "intake");
        foreach (var kind in (string[])["name", "national id"]) Assert.Equal(Population, Persons(known, kind)); // the scanner sees

        var paths = new WarehousePaths(Path.Combine(home.Folder, "warehouse"));
        var raw = scanner.DuckDbFile(paths.Raw).ToList();
        Assert.Equal([], raw.Where(hit => hit.Kind != "third person"));
        Assert.Equal([], ((string[])[paths.Warehouse, paths.Published, paths.Ministry]).SelectMany(scanner.DuckDbFile));
        var files = Directory.EnumerateFiles(home.Folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(Path.Combine(home.Folder, "postgres"), StringComparison.Ordinal) || file.EndsWith(".log", StringComparison.Ordinal)).ToList();
        Assert.Contains(files, file => file.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.Equal([], (await Task.WhenAll(files.Select(scanner.FileAsync))).SelectMany(hits => hits));

        var named = Enumerable.Range(0, Population).Count(number => new Canary(number).Text.Contains("Vwq", StringComparison.Ordinal));
        if (Suites.Slow)
            FaultReport.Add(string.Create(CultureInfo.InvariantCulture,
                $"P12 {Population:N0} persons, all within their own texts too: the scanner finds {Persons(known, "name"):N0} in the intake; in warehouse, releases, {files.Count} other files (PDF, logs, SMS spool) 0; in raw ids, phones, e-mails and applicants' names 0, third persons {Persons(raw, "third person"):N0} of {named:N0} named"));
    }

    static int Persons(IEnumerable<Scanner.Hit> hits, string kind) => hits.Where(hit => hit.Kind == kind).Select(hit => hit.Number).Distinct().Count();

    static async Task SubmitAllAsync(FaultHome home)
    {
        using var http = new HttpClient();
        await Parallel.ForEachAsync(Enumerable.Range(0, Population), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop }, async (number, stop) =>
        {
            var canary = new Canary(number);
            var body = Bodies.Valid();
            body["subject"] = $"{canary.FirstName} {canary.LastName}: sokak lambası";
            body["text"] = canary.Text;
            var applicant = body["applicant"]!;
            (applicant["nationalId"], applicant["firstName"], applicant["lastName"], applicant["phone"]) = (canary.NationalId, canary.FirstName, canary.LastName, "+90" + canary.Phone);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(home.Intake, "v1/applications")) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            using var answer = await http.SendAsync(request, stop);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        });
    }
}
