using System.Net;
using Xunit;

namespace AcikKapi.Tests.Dashboard;

/// <summary>The page for an officer's own SQL: one select on the own place's file, and nothing else.</summary>
public sealed class OwnQueryTests(RunningWorkbench workbench) : IClassFixture<RunningWorkbench>
{
    async Task<(HttpStatusCode Status, string Body)> AskAsync(string sql)
    {
        var client = await workbench.Analyst.Value;
        var (status, body, _) = await client.PostAsync("/sorgu", "/sorgu", ("sorgu", sql));
        return (status, body);
    }

    [Fact]
    public async Task Select_IsAnswered()
    {
        var (status, body) = await AskAsync("select 'toplam ' || sum(received) as n from pub_key_figures where scope_code = 'il:76' and period_code = '2026-10'");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(workbench.Sql("select 'toplam ' || received from pub_key_figures where scope_code = 'il:76' and period_code = '2026-10'")[0], body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherProvinces_AreThereByTheirTotalsOnly()
    {
        var (_, body) = await AskAsync("select string_agg(distinct split_part(scope_code, '-', 1), ' ' order by split_part(scope_code, '-', 1)) || '!' as s from pub_key_figures");
        Assert.Contains("TR il:1 il:10", body, StringComparison.Ordinal);
        Assert.Contains("ilce:76!", body, StringComparison.Ordinal);
        Assert.DoesNotContain("ilce:4", body.Split("Sonuç")[^1], StringComparison.Ordinal);
        var (_, units) = await AskAsync("select 'birimler ' || count(*) filter (province_code <> 76) || ' ' || (count(*) > 0) as s from pub_units");
        Assert.Contains("birimler 0 true", units, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delete from pub_meta")]
    [InlineData("create table x as select 1")]
    [InlineData("create temp table x as select 1")]
    [InlineData("select 1; select 2")]
    [InlineData("select 1 as x; drop table pub_meta")]
    [InlineData("attach '/tmp/x.duckdb'")]
    [InlineData("copy pub_meta to '/tmp/acikkapi-x.csv'")]
    [InlineData("install httpfs")]
    [InlineData("load httpfs")]
    [InlineData("set enable_external_access = true")]
    [InlineData("pragma database_list")]
    [InlineData("select * from read_csv('/etc/passwd')")]
    [InlineData("select * from read_text('/etc/passwd')")]
    [InlineData("select * from '/etc/passwd'")]
    [InlineData("select * from glob('/*')")]
    [InlineData("select * from read_csv('http://127.0.0.1/x.csv')")]
    [InlineData("select getenv('PATH')")]
    [InlineData("select * from read_duckdb('../warehouse/published.duckdb')")]
    [InlineData("select * from sniff_csv('/etc/passwd')")]
    [InlineData("select * from parquet_metadata('/etc/passwd')")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task AnythingElse_IsRefused(string sql)
    {
        var (status, body) = await AskAsync(sql);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Sorgu çalıştırılamadı", body, StringComparison.Ordinal);
        Assert.DoesNotContain("root:x:0", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowsAndTime_HaveLimits()
    {
        var (_, many) = await AskAsync("select a.date_key from dim_date as a, dim_date as b");
        Assert.Contains("İlk 1.000 satır", many, StringComparison.Ordinal);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var (status, endless) = await AskAsync("select count(*) from dim_date as a, dim_date as b, dim_date as c, dim_date as d where hash(a.date_key, b.date_key, c.date_key, d.date_key) = 1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("durduruldu", endless, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 9, 25);
        var (large, _) = await AskAsync("select list(a.date_key::varchar || b.date_key::varchar || repeat('x', 100)) from dim_date as a, dim_date as b");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, large); // memory
    }
}
