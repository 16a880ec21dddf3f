using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake.Workbench;

/// <summary>Views that people of the workbench keep: each their own.</summary>
public sealed class ViewsTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    [Fact]
    public async Task View_IsKeptListedReplacedAndRemoved_ByItsOwnerAlone()
    {
        var (analyst, colleague) = (await intake.AddStaffAsync("analyst", "76"), await intake.AddStaffAsync("analyst", "76"));
        Assert.Equal(HttpStatusCode.NoContent, await SaveAsync(analyst, "Sosyal yardım", "?yer=il%3A76&konu=SOS"));
        Assert.Equal(HttpStatusCode.NoContent, await SaveAsync(analyst, "Birimler", "/birimler?yer=il%3A76"));
        Assert.Equal(HttpStatusCode.NoContent, await SaveAsync(analyst, "Sosyal yardım", "?yer=il%3A76&konu=SOS-01"));

        var kept = await ListedAsync(analyst);
        Assert.Equal(["Birimler /birimler?yer=il%3A76", "Sosyal yardım ?yer=il%3A76&konu=SOS-01"], kept.Select(v => $"{v!["name"]} {v["address"]}"));
        Assert.Empty(await ListedAsync(colleague));
        Assert.Equal(HttpStatusCode.NotFound, await RemoveAsync(colleague, (int)kept[0]!["no"]!));
        Assert.Equal(HttpStatusCode.NoContent, await RemoveAsync(analyst, (int)kept[0]!["no"]!));
        Assert.Equal(["Sosyal yardım"], (await ListedAsync(analyst)).Select(v => (string)v!["name"]!));
    }

    [Fact]
    public async Task MinistrysStaff_WhoHaveNoPlace_KeepTheirsToo()
    {
        var ministry = await intake.AddStaffAsync("ministry", null!);
        Assert.Equal(HttpStatusCode.NoContent, await SaveAsync(ministry, "İller", "/iller?yer=bakanlik"));
        Assert.Equal(["İller"], (await ListedAsync(ministry)).Select(v => (string)v!["name"]!));
    }

    [Fact]
    public async Task HundredAreKept_NotOneMore()
    {
        var analyst = await intake.AddStaffAsync("analyst", "4");
        for (var i = 0; i < 100; i++) Assert.Equal(HttpStatusCode.NoContent, await SaveAsync(analyst, $"Görünüm {i}", "?yer=il%3A4"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SaveAsync(analyst, "Bir daha", "?yer=il%3A4"));
        Assert.Equal(HttpStatusCode.NoContent, await SaveAsync(analyst, "Görünüm 7", "/surec?yer=il%3A4"));
    }

    [Theory]
    [InlineData("""{"address":"?yer=il:76"}""", "name")]
    [InlineData("""{"name":"Ad"}""", "address")]
    [InlineData("""{"name":"Ad","address":"https://baska.example/"}""", "address")]
    public async Task WhatIsMissingOrWrong_IsSaidFieldByField(string body, string field)
    {
        var (status, json) = await intake.AskAsync(HttpMethod.Post, "/v1/views", body, await intake.AddStaffAsync("executive", "76"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal([field], json!["errors"]!.AsObject().Select(e => e.Key));
    }

    [Theory, InlineData("desk"), InlineData("liaison"), InlineData("field")]
    public async Task WhoDoesNotWorkThere_IsRefused(string role)
    {
        var token = await intake.AddStaffAsync(role, "76");
        Assert.Equal(HttpStatusCode.Forbidden, (await intake.AskAsync(HttpMethod.Get, "/v1/views", token: token)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, await SaveAsync(token, "Ad", "?yer=il:76"));
    }

    async Task<HttpStatusCode> SaveAsync(string token, string name, string address) =>
        (await intake.AskAsync(HttpMethod.Post, "/v1/views", $$"""{"name":"{{name}}","address":"{{address}}"}""", token)).Status;

    async Task<HttpStatusCode> RemoveAsync(string token, int no) => (await intake.AskAsync(HttpMethod.Post, "/v1/view-removals", $$"""{"no":{{no}}}""", token)).Status;

    async Task<JsonArray> ListedAsync(string token) => (await intake.AskAsync(HttpMethod.Get, "/v1/views", token: token)).Json!.AsArray();
}
