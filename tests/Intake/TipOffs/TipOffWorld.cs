using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AcikKapi.Tests.Intake.Attachments;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Intake.TipOffs;

/// <summary>An intake with a desk and a governor, tip-offs that are full of canaries, and the dump in which those are looked for.</summary>
public abstract class TipOffWorld : IAsyncLifetime
{
    protected const string Canary = "Kanaryaoğlu", CanaryPhone = "+905559876543", CanaryWords = "depodaki kaçak mazot", CanaryPlace = "Kanaryatepe", CanaryBox = "Serçe Sefer", CanaryPicture = "SAKAKUSU";

    protected RunningIntake Intake { get; private set; } = null!;
    protected string Desk { get; private set; } = "";
    protected string Governor { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Intake = await RunningIntake.WithAsync();
        (Desk, Governor) = (await Intake.AddStaffAsync("desk", "76"), await Intake.AddStaffAsync("executive", "76"));
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Intake.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A picture whose colours spell the canary: a PNG keeps them byte for byte.</summary>
    protected static readonly byte[] Picture = Pngs.Spelling(CanaryPicture);

    protected const string Why = """{"reason":"İhbarı yönlendireceğim"}""";

    protected static JsonObject Named(bool notify)
    {
        var body = Bodies.Valid();
        body["kind"] = "tip_off";
        body["text"] = $"Mahallede {CanaryWords} satılıyor.";
        body["location"]!["neighbourhood"] = CanaryPlace;
        body["applicant"]!["lastName"] = Canary;
        body["applicant"]!["phone"] = CanaryPhone;
        body["notify"] = notify;
        return body;
    }

    protected static readonly string[] Canaries = [Canary, CanaryPhone[3..], CanaryWords, CanaryPlace, Bodies.NationalId];

    protected static List<(string Canary, bool AsBytes)> FoundIn(IReadOnlyList<string> dump, string[] canaries) =>
        [.. from canary in canaries
            from asBytes in new[] { false, true }
            let looked = asBytes ? Convert.ToHexString(Encoding.UTF8.GetBytes(canary)) : canary
            where dump.Any(line => line.Contains(looked, StringComparison.OrdinalIgnoreCase))
            select (canary, asBytes)];

    protected static string[] Told(JsonNode? box) => [.. box!.AsArray().Select(m => $"{m!["no"]} {m["from"]} {m["text"]}")];

    protected async Task<(string Number, string Key)> SentAsync(JsonNode body) =>
        await Intake.ReceiptAsync(body) is var receipt ? ((string)receipt["trackingNumber"]!, (string)receipt["boxKey"]!) : default;

    protected static async Task WaitAsync(Func<Task<bool>> isDone)
    {
        var limit = DateTime.UtcNow.AddSeconds(60);
        while (!await isDone() && DateTime.UtcNow < limit) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.True(await isDone());
    }

    protected Task<(HttpStatusCode Status, JsonNode? Json)> ReadAsync(string number, string? token = null, string? key = null) =>
        Intake.AskAsync(HttpMethod.Get, $"/v1/tip-offs/{number}/messages", token: token, boxKey: key);

    protected Task<(HttpStatusCode Status, JsonNode? Json)> OpenBoxAsync(string number, string token) =>
        Intake.AskAsync(HttpMethod.Post, $"/v1/tip-offs/{number}/messages/openings", Why, token);

    protected async Task<HttpStatusCode> AttachAsync(string number)
    {
        using var content = new ByteArrayContent(Picture);
        using var response = await Intake.Http.PostAsync($"/v1/applications/{number}/attachments", content);
        return response.StatusCode;
    }

    protected Task<(HttpStatusCode Status, JsonNode? Json)> OpenAsync(string number, string body, string? token) => Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/openings", body, token);

    protected async Task<HttpStatusCode> WriteAsync(string number, string text, string? token = null, string? key = null) =>
        (await Intake.AskAsync(HttpMethod.Post, $"/v1/tip-offs/{number}/messages", new JsonObject { ["text"] = text }.ToJsonString(), token, key)).Status;

    /// <summary>What a thief of a backup has: every row of every table as text.</summary>
    protected async Task<IReadOnlyList<string>> DumpAsync()
    {
        var owner = new NpgsqlConnectionStringBuilder(Intake.Database.Owner);
        var (exitCode, output) = await AcikKapi.Cli.Servers.Shell.RunAsync("pg_dump",
            ["-h", owner.Host!, "-p", $"{owner.Port}", "-U", owner.Username!, "--schema=intake", "--data-only", owner.Database!],
            new Dictionary<string, string> { ["PGPASSWORD"] = owner.Password ?? "" }, TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, output);
        return output.Split('\n');
    }
}
