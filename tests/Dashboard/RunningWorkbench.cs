using System.Net;
using AcikKapi.Dashboard;
using AcikKapi.Dashboard.Http;
using AcikKapi.Tests.Intake;
using AcikKapi.Tests.Intake.Pages;
using AcikKapi.Tests.Intake.SignIn;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xunit;

namespace AcikKapi.Tests.Dashboard;

/// <summary>The workbench on a free port, on a small warehouse with flags, beside a real intake whose sign-ins hold in both, and Chromium.</summary>
public sealed class RunningWorkbench : IAsyncLifetime
{
    readonly Browser _browser = new();
    readonly string _folder = Directory.CreateTempSubdirectory("acikkapi-workbench-").FullName;
    WebApplication _server = null!;

    public RunningIntake Intake => _browser.Intake;

    public SmallWarehouse Warehouse { get; } = FlaggedWarehouse.Create();

    public IServiceProvider Services => _server.Services;

    public Uri Address { get; private set; } = null!;

    public string Briefs => Path.Combine(_folder, "out");

    public async ValueTask InitializeAsync()
    {
        await _browser.InitializeAsync();
        await Intake.ExecuteAsync($"""
            insert into intake.found_flags values ('{FlaggedWarehouse.Rise}', 76, 'il:76', 'problem', 'sudden_rise', 'Arttı.', '2026-10-31', '2026-10-31'), ('{FlaggedWarehouse.Foreign}', 4, 'il:4', 'problem', 'sudden_rise', 'Arttı.', '2026-10-31', '2026-10-31')
            """);
        foreach (var place in (string[])["il-76", "il-4", "bakanlik"])
        {
            Directory.CreateDirectory(Path.Combine(Briefs, place));
            await File.WriteAllTextAsync(Path.Combine(Briefs, place, "2026-09.pdf"), "%PDF-1.7");
        }
        _server = WorkbenchServer.Build(new WorkbenchSettings(0, Intake.Database.Keys, Intake.Http.BaseAddress!, "http://giris.test", Warehouse.Paths, Path.Combine(_folder, "cuts"), Briefs));
        await _server.StartAsync();
        Address = new Uri(_server.Urls.Single());
    }

    /// <summary>A program that carries a person's cookies; null: nobody's.</summary>
    public async Task<WorkbenchClient> ClientAsync(string? role, string? place = null) =>
        new(Address, role is null ? new Dictionary<string, string>() : (await (await Person.AddAsync(Intake, role, place)).SignInAsync(Intake)).Cookies);

    /// <summary>Of the analyst of Iğdır, signed in once.</summary>
    public Lazy<Task<WorkbenchClient>> Analyst => field ??= new(() => ClientAsync("analyst", "76"));

    /// <summary>A browser's page of somebody signed in, at the first page.</summary>
    public async Task<IPage> OpenAsync(string role, string? place, bool scripts = true, int width = 1280)
    {
        var page = await _browser.OpenAsync(await Person.AddAsync(Intake, role, place), scripts, width);
        await page.GotoAsync(At(""));
        return page;
    }

    public string At(string page) => $"{Address.ToString().TrimEnd('/')}{Routes.Root}{page}";

    /// <summary>What SQL says of the published file.</summary>
    public string[] Sql(string sql, bool ministry = false) => DuckDbRows.Read(ministry ? Warehouse.Paths.Ministry : Warehouse.Paths.Published, sql);

    /// <summary>Its only value.</summary>
    public string One(string sql, bool ministry = false) => Sql(sql, ministry).Single();

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
        await _browser.DisposeAsync();
        Warehouse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Sends the cookies of a signed-in person; forms with the token of the page they stand on.</summary>
public sealed class WorkbenchClient(Uri address, IReadOnlyDictionary<string, string> cookies) : IDisposable
{
    readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    public async Task<(HttpStatusCode Status, string Body, HttpResponseMessage Response)> GetAsync(string page) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, Routes.Root + page));

    public async Task<(HttpStatusCode Status, string Body, HttpResponseMessage Response)> PostAsync(string page, string formOn, params (string Name, string Value)[] fields)
    {
        var token = PageClient.Field((await GetAsync(formOn)).Body, "belirtec");
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, Routes.Root + page) { Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("belirtec", token)]) });
    }

    public async Task<(HttpStatusCode Status, string Body, HttpResponseMessage Response)> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (cookies.Count > 0) request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
            var response = await _http.SendAsync(request);
            return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), response);
        }
    }

    public void Dispose() => _http.Dispose();
}
