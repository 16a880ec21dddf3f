using System.Net;
using AcikKapi.Dashboard.Http;
using AcikKapi.Dashboard.Pages.Tables;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AcikKapi.Tests.Dashboard;

/// <summary>P9: what is another place's is not there, whichever way one asks.</summary>
public sealed class ForbiddenScopesTests(RunningWorkbench workbench) : IClassFixture<RunningWorkbench>
{
    [Theory]
    [InlineData("desk", "76")]
    [InlineData("liaison", "76")]
    [InlineData("field", "76")]
    public async Task OtherRoles_AreToldThatItIsNotTheirs(string role, string place)
    {
        using var client = await workbench.ClientAsync(role, place);
        foreach (var page in (string[])["", "/sorgu", "/veri/pub_units.csv", "/birimler/76-SOS"]) Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(page)).Status);
    }

    [Fact]
    public async Task Nobody_IsLedToTheSignInAndBack()
    {
        using var client = await workbench.ClientAsync(null);
        var answer = await client.GetAsync("/birimler?donem=2026-09");
        Assert.Equal("http://giris.test/giris?donus=%2Ftezgah%2Fbirimler%3Fdonem%3D2026-09", answer.Response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SessionThatIsOver_EndsHereToo()
    {
        using var client = await workbench.ClientAsync("analyst", "76");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("")).Status);
        await workbench.Intake.ExecuteAsync("delete from intake.staff_sessions");
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("")).Status);
    }

    [Fact]
    public async Task ForeignAndMissing_AreAnsweredAlike()
    {
        using var client = await workbench.ClientAsync("analyst", "76");
        foreach (var (foreign, missing) in ((string, string)[])[
            ("?yer=ilce:4-1568", "?yer=ilce:4-9999"), ("/birimler/4-SOS", "/birimler/4-YOK"), ("?birim=4-SOS", "?birim=4-YOK"),
            ($"/isaretler/isaret?no={Uri.EscapeDataString(FlaggedWarehouse.Foreign)}", "/isaretler/isaret?no=yok"), ("/brifingler/il%3A4/2026-09.pdf", "/brifingler/il%3A4/2026-08.pdf"), ("/brifingler/bakanlik/2026-09.pdf", "/brifingler/bakanlik/2026-08.pdf")])
        {
            var (first, second) = (await client.GetAsync(foreign), await client.GetAsync(missing));
            Assert.Equal(HttpStatusCode.NotFound, first.Status);
            Assert.Equal((second.Status, second.Body), (first.Status, first.Body));
        }
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/brifingler/il%3A76/2026-09.pdf")).Status);
    }

    [Fact]
    public async Task Pages_NameNoForeignUnitOrDistrict()
    {
        using var client = await workbench.ClientAsync("analyst", "76");
        foreach (var page in (string[])["", "?yer=il:4", "?yer=bakanlik", "/birimler?yer=il:4", "/isaretler?yer=il:4", "/isaretler?yer=bakanlik", "/iller?yer=il:4", "/surec?yer=il:4"])
        {
            var body = (await client.GetAsync(page)).Body;
            Assert.DoesNotContain("/birimler/4-", body, StringComparison.Ordinal);
            Assert.DoesNotContain("yer=ilce%3A4", body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("analyst", "76", "ilce:76-", "76")]
    [InlineData("analyst", "76-1692", "ilce:76-1692", "76")]
    public async Task Exports_HoldTheOwnPlaceOnly(string role, string place, string own, string plate)
    {
        using var client = await workbench.ClientAsync(role, place);
        foreach (var table in TableMeanings.Tables)
        {
            var answer = await client.GetAsync($"/veri/{table}.csv");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            var lines = answer.Body.Split('\n').Skip(1).ToList();
            if (!table.StartsWith("dim_", StringComparison.Ordinal))
            {
                Assert.DoesNotContain(lines, line => line.Split(',').Any(cell => cell.StartsWith("ilce:", StringComparison.Ordinal) && !cell.StartsWith(own, StringComparison.Ordinal)));
                if (table is "pub_units") Assert.DoesNotContain(lines, line => line.Length > 0 && !line.StartsWith($"{plate},", StringComparison.Ordinal));
            }
            Assert.DoesNotContain(lines, line => table == "pub_flags" && line.Contains(FlaggedWarehouse.Foreign, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task EveryAddress_CarriesTheHeadersAndNoInlineScript()
    {
        using var client = await workbench.ClientAsync("analyst", "76");
        var wrong = new List<string>();
        foreach (var endpoint in workbench.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = endpoint.RoutePattern.RawText!.Replace("{code}", "76-SOS", StringComparison.Ordinal).Replace("{table}.{format}", "pub_meta.csv", StringComparison.Ordinal).Replace("{place}/{period}", "il:76/2026-09", StringComparison.Ordinal);
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            string Header(string name) => answer.Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
            if (method == "POST" && answer.Status != HttpStatusCode.BadRequest) wrong.Add($"{path} takes a form without a token");
            if (Header("Cache-Control") != "no-store") wrong.Add($"{path} cache");
            if (!Header("Content-Security-Policy").StartsWith("default-src 'none'", StringComparison.Ordinal) || Header("Content-Security-Policy").Contains("unsafe", StringComparison.Ordinal)) wrong.Add($"{path} policy");
            if (Header("X-Content-Type-Options") != "nosniff" || Header("X-Frame-Options") != "DENY" || Header("Referrer-Policy") != "no-referrer") wrong.Add($"{path} headers");
            if (answer.Response.Content.Headers.ContentType?.MediaType == "text/html")
                Assert.DoesNotMatch(@"\sstyle=|\son[a-z]+=|<style|<script>|<script(?![^>]*src=)|https?://(?!www\.w3\.org|giris\.test)", answer.Body);
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Verdict_IsKeptByTheIntakeAndOnlyOfTheOwnPlace()
    {
        using var client = await workbench.ClientAsync("analyst", "76");
        var own = $"/isaretler/isaret?no={Uri.EscapeDataString(FlaggedWarehouse.Rise)}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync(own, own, ("verdict", "dismissed"))).Status); // a reason is asked for
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(own, own, ("verdict", "confirmed"), ("measure", "staff"), ("measuredOn", "2026-10-20"), ("note", "İki görevli eklendi."))).Status);
        Assert.Equal("76 confirmed staff analyst", await workbench.Intake.ScalarAsync<string>("select concat_ws(' ', province_code, verdict_code, measure_code, role_code) from intake.verdicts"));
        Assert.Contains("İki görevli eklendi.", (await client.GetAsync(own)).Body, StringComparison.Ordinal);
        var foreign = $"/isaretler/isaret?no={Uri.EscapeDataString(FlaggedWarehouse.Foreign)}";
        Assert.NotEqual(HttpStatusCode.Redirect, (await client.PostAsync(foreign, own, ("verdict", "confirmed"))).Status);
        Assert.Equal(1, await workbench.Intake.ScalarAsync<int>("select count(*)::int from intake.verdicts"));

        using var coordinator = await workbench.ClientAsync("coordinator", "76"); // sees, but does not judge
        Assert.DoesNotContain("Kararı kaydet", (await coordinator.GetAsync(own)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstPage_IsSmall()
    {
        using var client = await workbench.ClientAsync("ministry");
        var request = new HttpRequestMessage(HttpMethod.Get, Routes.Root);
        request.Headers.Add("Accept-Encoding", "gzip");
        var answer = await client.SendAsync(request);
        Assert.Equal(["gzip"], answer.Response.Content.Headers.ContentEncoding);
        Assert.InRange((await answer.Response.Content.ReadAsByteArrayAsync()).Length, 10_000, 120_000); // style and script: another 20 kB
    }
}
