using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AcikKapi.Domain.Identity;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Intake.HorizontalAccess;

/// <summary>
/// P9: every role asks every address of the OpenAPI description for every object. No answer may hold words, persons or numbers that the asker may not
/// know; what is foreign and what is not there are answered alike; and another province's rows are as they were.
/// </summary>
public sealed partial class SweepTests : IAsyncLifetime
{
    World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.CreateAsync();

    public ValueTask DisposeAsync() => _world.Intake.DisposeAsync();

    [Fact]
    public async Task EveryRole_LearnsNothingOfWhatIsNotTheirs()
    {
        var sweep = await RunAsync(every: Suites.Slow ? 1 : 11);
        Assert.True(sweep.Leaks.Count == 0, string.Join('\n', sweep.Leaks.Distinct().Order().Take(40)));
        Assert.True(sweep.Tries > 1_000, $"only {sweep.Tries} tries");
    }

    [Fact]
    public async Task FifteenThousandTries_LeakNothing()
    {
        Suites.SkipUnlessSlow();
        var before = await _world.FingerprintAsync(34);
        var sweep = await RunAsync(every: 1);
        Assert.True(sweep.Leaks.Count == 0, string.Join('\n', sweep.Leaks.Distinct().Order().Take(40)));
        Assert.True(sweep.Tries >= 15_000, $"only {sweep.Tries} tries");
        TestContext.Current.TestOutputHelper?.WriteLine($"{sweep.Tries} tries, {sweep.Leaks.Count} leaks");
        Assert.Equal(before, await _world.FingerprintAsync(34));
    }

    /// <summary>The control: without the policy that hides sealed rows the desk's list shows one, and the sweep says so.</summary>
    [Fact]
    public async Task OnePolicyRemoved_IsFound()
    {
        await _world.Intake.ExecuteAsync("drop policy sealed on intake.applications");
        var sweep = await RunAsync(every: 1, only: path => path == "/v1/applications");
        Assert.Contains(sweep.Leaks, leak => leak.Contains("sealed", StringComparison.Ordinal));
    }

    sealed record Sweep(int Tries, IReadOnlyList<string> Leaks);

    sealed record Operation(HttpMethod Method, string Path, string[] Parameters);

    async Task<Sweep> RunAsync(int every, Func<string, bool>? only = null)
    {
        var operations = (await OperationsAsync()).Where(o => only?.Invoke(o.Path) ?? true).ToList();
        var tries = (from asker in _world.Askers from operation in operations from what in _world.Planted from body in BodiesFor(operation, what) select (asker, operation, what, body)).Where((_, i) => i % every == 0).ToList();
        var leaks = new System.Collections.Concurrent.ConcurrentBag<string>();
        var count = 0;
        // Reading first: what is changed on the way (by those who may) must not be taken for a leak.
        foreach (var changes in new[] { false, true })
            await Parallel.ForEachAsync(tries.Where(t => (t.operation.Method != HttpMethod.Get) == changes), new ParallelOptions { MaxDegreeOfParallelism = changes ? 1 : 4 }, async (t, _) =>
            {
                Interlocked.Increment(ref count);
                var path = Fill(t.operation, t.what);
                var (status, text) = await AskAsync(t.operation.Method, path, t.body, t.asker);
                foreach (var leak in Leaks(t.asker, path + t.body, text)) leaks.Add($"{t.asker.Name}: {t.operation.Method} {t.operation.Path} → {(int)status} shows {leak}");
                if (status >= HttpStatusCode.InternalServerError) leaks.Add($"{t.asker.Name}: {t.operation.Method} {t.operation.Path} → {(int)status}");
                if (t.operation.Parameters.Contains("trackingNumber") && t.asker.Token is not null && !World.MayMeet(t.asker, t.what) && IsForStaff(t.operation))
                {
                    var (missing, other) = await AskAsync(t.operation.Method, Fill(t.operation, t.what with { Number = TrackingNumber.Create(int.Parse(t.what.Number[..2], System.Globalization.CultureInfo.InvariantCulture)) }), t.body, t.asker);
                    Interlocked.Increment(ref count);
                    if (status != missing || Number().Replace(text, "") != Number().Replace(other, "")) leaks.Add($"{t.asker.Name}: {t.operation.Method} {t.operation.Path} tells {t.what.Name} ({(int)status}) from what is not there ({(int)missing})");
                }
            });
        return new Sweep(count, [.. leaks]);
    }

    /// <summary>Words, persons and numbers in an answer that this asker may not know; what they sent themselves is no news.</summary>
    IEnumerable<string> Leaks(Asker asker, string sent, string text)
    {
        text = Regex.Unescape(text.Replace("\\\"", "", StringComparison.Ordinal).Replace("\\\\", "", StringComparison.Ordinal));
        foreach (var what in _world.Planted)
        {
            if (text.Contains(what.Words, StringComparison.Ordinal) && !World.MayReadWords(asker, what) && !(asker.Token is null && what.IsTipOff && sent.Contains(what.Number, StringComparison.Ordinal))) yield return $"the words of {what.Name}";
            if (text.Contains(what.Person, StringComparison.Ordinal) && !World.MayKnowPerson(asker, what)) yield return $"the person of {what.Name}";
            if (text.Contains(what.Number, StringComparison.Ordinal) && !sent.Contains(what.Number, StringComparison.Ordinal) && !World.MayMeet(asker, what)) yield return $"the number of {what.Name}";
        }
        if (text.Contains("KANARYAZIYARET", StringComparison.Ordinal)) yield return "another province's visit";
    }

    async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpMethod method, string path, string? body, Asker asker)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (asker.Token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", asker.Token);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var response = await _world.Intake.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.TextAsync());
    }

    async Task<IReadOnlyList<Operation>> OperationsAsync()
    {
        var document = JsonNode.Parse(await _world.Intake.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
        return [.. document["paths"]!.AsObject().Where(p => !p.Key.StartsWith("/metrics", StringComparison.Ordinal)).SelectMany(p => p.Value!.AsObject().Select(o => new Operation(
            new HttpMethod(o.Key.ToUpperInvariant()), p.Key, [.. o.Value!["parameters"]?.AsArray().Select(x => (string)x!["name"]!) ?? []])))];
    }

    /// <summary>Open to whoever holds the number: stages, satisfaction, reopening, files, the answer, the tip-off box.</summary>
    static bool IsForStaff(Operation operation) =>
        !PublicByNumber.Any(end => operation.Path == $"/v1/applications/{{trackingNumber}}{end}") && !operation.Path.StartsWith("/v1/tip-offs/", StringComparison.Ordinal);

    static readonly string[] PublicByNumber = ["", "/deadline", "/satisfaction", "/reopen", "/attachments", "/answer"];

    string Fill(Operation operation, Planted what)
    {
        var path = operation.Path.Replace("{trackingNumber}", what.Number, StringComparison.Ordinal).Replace("{staffId}", _world.Foreign["staff"], StringComparison.Ordinal)
            .Replace("{code}", operation.Path.Contains("/units/", StringComparison.Ordinal) ? "34-SAG" : "34", StringComparison.Ordinal).Replace("{no}", "1", StringComparison.Ordinal)
            .Replace("{province}", "34", StringComparison.Ordinal).Replace("{from}", "2026-01-01", StringComparison.Ordinal)
            .Replace("{id}", operation.Path.Contains("/messages/", StringComparison.Ordinal) ? _world.Foreign["message"] : operation.Path.Contains("/visits/", StringComparison.Ordinal) ? _world.Foreign["visit"] : _world.Foreign["staff"], StringComparison.Ordinal)
            .Replace("{format}", "json", StringComparison.Ordinal).Replace("{serviceCode}", "SAG-01", StringComparison.Ordinal);
        if (operation.Method != HttpMethod.Get) return path;
        var query = operation.Parameters.Where(p => !operation.Path.Contains($"{{{p}}}", StringComparison.Ordinal)).Select(p => (p, Value: p switch
        {
            "number" => what.Number[..8], "state" => operation.Path.EndsWith("/deadlines", StringComparison.Ordinal) ? "due_soon" : "all", "district" => what.Place.Split('-')[1], "unit" => what.Unit ?? "",
            "days" => "30", "province" => "34", "from" => "2026-01-01", "to" => "2026-12-31", "before" => "999999", "jurisdiction_id" => "", _ => "",
        })).Where(p => p.Value.Length > 0);
        return path + "?" + string.Join('&', query.Select(p => $"{p.p}={p.Value}"));
    }

    /// <summary>One body that says nothing and, where an address takes more, one that would do something.</summary>
    static IEnumerable<string?> BodiesFor(Operation operation, Planted what)
    {
        if (operation.Method == HttpMethod.Get) { yield return null; yield break; }
        yield return "{}";
        yield return new JsonObject
        {
            ["reason"] = "İnceleme", ["event"] = "answered", ["outcome"] = "resolved", ["managerInformed"] = true, ["answer"] = "Yapıldı.", ["unitCode"] = "34-SAG", ["to"] = what.Number, ["staffId"] = Guid.Empty.ToString(),
            ["trackingNumbers"] = new JsonArray(what.Number), ["step"] = new JsonObject { ["event"] = "closed" }, ["trackingNumber"] = what.Number, ["kind"] = operation.Path == "/v1/visits" ? "field_visit" : "complaint", ["note"] = "Not", ["text"] = "Sokak lambası yanmıyor, bakılsın istiyoruz.",
            ["location"] = new JsonObject { ["provinceCode"] = int.Parse(what.Number[..2], System.Globalization.CultureInfo.InvariantCulture) }, ["nationalId"] = Bodies.NationalId, ["phone"] = "+905559998877", ["name"] = "Ad", ["institution"] = "Kurum", ["duty"] = "Görev", ["title"] = "Unvan",
            ["openedOn"] = "2026-01-01", ["date"] = "2027-03-01", ["provinceCode"] = 34, ["role"] = "desk", ["result"] = "helped", ["minutesSpent"] = 5, ["minutes"] = 30, ["startsAt"] = "2026-12-01T09:30:00+03:00", ["target"] = "desk",
        }.ToJsonString();
    }

    [GeneratedRegex("[0-9]{18}")]
    private static partial Regex Number();
}
