using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AcikKapi.Intake;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Staff;
using AcikKapi.Tests.Support;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Intake;

/// <summary>The real server on a free port with a database of its own; one a test class, or one a test that needs other settings.</summary>
public sealed class RunningIntake : IAsyncLifetime
{
    WebApplication _server = null!;
    bool _ownsDatabase;

    public TestDatabase Database { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync() => await StartAsync(demo: false, rateLimit: 0);

    /// <summary>The server's own services, for what no address shows.</summary>
    public IServiceProvider Services => _server.Services;

    public static async Task<RunningIntake> WithAsync(
        bool demo = false, int rateLimit = 0, string[]? proxies = null, SmsSettings? sms = null, TestDatabase? database = null, OidcSettings? oidc = null, Action<IServiceCollection>? more = null)
    {
        var intake = new RunningIntake();
        await intake.StartAsync(demo, rateLimit, proxies, sms, database, oidc, more);
        return intake;
    }

    async Task StartAsync(
        bool demo, int rateLimit, string[]? proxies = null, SmsSettings? sms = null, TestDatabase? database = null, OidcSettings? oidc = null, Action<IServiceCollection>? more = null)
    {
        Database = database ?? await PostgresServer.CreateDatabaseAsync();
        _ownsDatabase = database is null;
        _server = IntakeServer.Build(new IntakeSettings(Database.App, Database.Keys, 0, rateLimit, demo, [.. (proxies ?? []).Select(IPAddress.Parse)])
        {
            Sms = sms ?? SmsSettings.Off,
            Oidc = oidc,
        }, services =>
        {
            services.AddLogging(log => log.AddFilter("AcikKapi.Intake.Refusals", more is null ? LogLevel.None : LogLevel.Warning)); // thousands of them
            more?.Invoke(services);
        });
        await _server.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(_server.Urls.Single()) };
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string body, Guid? key = null, string? token = null, string? simulatedAt = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Add("Idempotency-Key", key.ToString());
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (simulatedAt is not null) request.Headers.Add("Simulated-At", simulatedAt);
        return await Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> SubmitAsync(JsonNode body, Guid? key = null, string? token = null, string? simulatedAt = null) =>
        PostAsync("/v1/applications", body.ToJsonString(), key ?? Guid.NewGuid(), token, simulatedAt);

    /// <summary>Any request with a staff token; the answer's JSON where it has any.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Json)> AskAsync(HttpMethod method, string path, string? body = null, string? token = null, string? boxKey = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (boxKey is not null) request.Headers.Add("Box-Key", boxKey);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Http.SendAsync(request);
        var text = await response.TextAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>Submits what must be accepted; the tracking number.</summary>
    public async Task<string> AcceptedAsync(JsonNode body, string? token = null, string? simulatedAt = null) => (string)(await ReceiptAsync(body, token, simulatedAt))["trackingNumber"]!;

    /// <summary>The same with all that the receipt says.</summary>
    public async Task<JsonNode> ReceiptAsync(JsonNode body, string? token = null, string? simulatedAt = null)
    {
        var response = await SubmitAsync(body, token: token, simulatedAt: simulatedAt);
        var text = await response.TextAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Created, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>A token, as 'staff add' makes it (whose own tests start the program).</summary>
    public async Task<string> AddStaffAsync(string role, string place, string? unit = null)
    {
        var (token, at) = (StaffToken.Create(), StaffPlace.Parse(place));
        await ExecuteAsync(
            "insert into intake.staff (role_code, province_code, district_code, unit_code, token_hash, pseudonym) values (@role, @ProvinceCode, @DistrictCode, @unit, @hash, @hash)",
            new { role, at.ProvinceCode, at.DistrictCode, unit, hash = StaffToken.Hash(token) });
        return token;
    }

    public Task<Guid> StaffIdAsync(string token) => ScalarAsync<Guid>("select staff_id from intake.staff where token_hash = @hash", new { hash = StaffToken.Hash(token) })!;

    public async Task AddUnitAsync(string code, int province) => await ExecuteAsync(
        "insert into intake.units (unit_code, name, institution, unit_kind_code, province_code) values (@code, 'İl Sağlık Müdürlüğü', 'Sağlık Bakanlığı', 'directorate', @province)",
        new { code, province });

    public async Task<T?> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var owner = new NpgsqlConnection(Database.Owner);
        return await owner.ExecuteScalarAsync<T>(sql, parameters);
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? parameters = null)
    {
        await using var owner = new NpgsqlConnection(Database.Owner);
        return (await owner.QueryAsync<T>(sql, parameters)).AsList();
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var owner = new NpgsqlConnection(Database.Owner);
        await owner.ExecuteAsync(sql, parameters);
    }

    public static Dictionary<string, string> Environment(TestDatabase database) => new()
    {
        ["ConnectionStrings__Intake"] = database.Owner,
        ["ACIKKAPI_KEYS"] = database.Keys,
    };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
        if (_ownsDatabase) await Database.DisposeAsync();
    }
}
