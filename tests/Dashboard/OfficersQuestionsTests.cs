using Xunit;
using static Microsoft.Playwright.Assertions;

namespace AcikKapi.Tests.Dashboard;

/// <summary>What an analyst asks, answered by clicks alone in a real browser, and the same by SQL.</summary>
public sealed class OfficersQuestionsTests(RunningWorkbench workbench) : IClassFixture<RunningWorkbench>
{
    [Fact]
    public async Task WhatIsAskedForMostAndWhere_IsAnsweredByTwoClicks()
    {
        var page = await workbench.OpenAsync("analyst", "76");
        var top = page.Locator("[aria-labelledby=konular] tbody tr", new() { Has = page.Locator("small", new() { HasText = "başlığın tümü" }) }).First;
        var (name, received) = (await top.Locator("a").TextContentAsync(), await top.Locator("td").First.TextContentAsync());
        Assert.Equal(workbench.One("""
            select d.name_tr || '|' || t.received from pub_types as t join dim_type as d using (type_code)
            where t.scope_code = 'il:76' and t.period_code = '2026-10' and t.level = 'heading' and t.type_code <> '-' and t.received > 0
            order by t.received desc, t.type_code limit 1
            """), $"{name}|{received}");

        await top.Locator("a").ClickAsync(); // its places
        await Expect(page.Locator("h1")).ToContainTextAsync(name!);
        var places = await page.Locator("[aria-labelledby=yerler] tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(r => r.querySelector('th').innerText + '|' + r.querySelectorAll('td')[1].innerText)");
        Assert.Equal(workbench.Sql($"""
            select s.name || '|' || if(t.scope_code is null, if(k.received = 0 or exists (from pub_types as o where o.scope_code = s.scope_code and o.period_code = '2026-10'), '0', '*'), coalesce(t.received::varchar, '*')) from dim_scope as s
            join pub_key_figures as k on k.scope_code = s.scope_code and k.period_code = '2026-10'
            left join pub_types as t on t.scope_code = s.scope_code and t.period_code = '2026-10' and t.level = 'heading'
              and t.type_code = (select type_code from dim_type where name_tr = '{name}' and type_code = heading_code)
            where s.parent_code = 'il:76' order by 1
            """).Order(StringComparer.Ordinal), places.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task FlagLeadsToItsSeriesItsUnitsAndTheirWaitingTimes_AndBackKeepsTheFilters()
    {
        var page = await workbench.OpenAsync("analyst", "76");
        await page.SelectOptionAsync("#f-donem", "2026-09");
        await page.ClickAsync("form.filters button");
        await page.ClickAsync("nav >> text=İşaretler");
        await Expect(page.Locator("article.card")).ToHaveCountAsync(2); // none of another province's
        await page.Locator("article.card", new() { HasText = "Sosyal Yardım" }).Locator("+ p.next a").ClickAsync();
        await Expect(page.Locator("svg.line circle")).Not.ToHaveCountAsync(0);
        await page.ClickAsync("text=birimler nasıl yetişiyor");
        var unit = page.Locator("tbody tr").First;
        var (name, routed) = (await unit.Locator("a").TextContentAsync(), await unit.Locator("td").First.TextContentAsync());
        Assert.Equal(workbench.One("""
            select d.name || '|' || u.routed from pub_units as u join dim_unit as d using (unit_code)
            where u.province_code = 76 and u.period_code = '2026-09' and u.unit_code <> '-' order by u.routed desc nulls last, d.name limit 1
            """), $"{name}|{routed}");
        await unit.Locator("a").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(name!);
        var waiting = await page.Locator("[aria-labelledby=sure] tr.own").Locator("td").Nth(1).TextContentAsync();
        Assert.Equal(workbench.One($"select median_days || ' iş günü' from pub_stage_times join dim_unit as d on d.unit_code = code where stage = 'answering' and d.name = '{name}' and d.province_code = 76"), waiting);

        foreach (var _ in Enumerable.Range(0, 3)) await page.GoBackAsync();
        Assert.Equal("2026-09", await page.InputValueAsync("#f-donem"));
        Assert.Contains("donem=2026-09", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HowTheProvinceStandsBesideItsPeers_IsOneClickAway()
    {
        var page = await workbench.OpenAsync("analyst", "76", scripts: false);
        await page.ClickAsync("nav >> text=İlleri karşılaştır");
        var own = await page.Locator("tr.own").First.EvaluateAsync<string>("r => r.querySelector('th').innerText + '|' + r.querySelectorAll('td')[1].innerText + '|' + r.querySelectorAll('td')[6].innerText");
        Assert.Equal(workbench.One("select 'Iğdır|' || received || '|' || median_working_days from pub_key_figures where scope_code = 'il:76' and period_code = '2026-10'"), own);
        await Expect(page.Locator("h2 >> text=Iğdır: benzer işlere göre")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task MinistryCoordinator_SeesExactNumbersOfTheCountryOnly()
    {
        var page = await workbench.OpenAsync("ministry", null);
        var all = await page.Locator(".tiles .main b").TextContentAsync();
        Assert.Equal(workbench.One("select received from pub_key_figures where scope_code = 'TR' and period_code = '2026-10'", ministry: true), all!.Replace(".", "", StringComparison.Ordinal));
        Assert.Equal(404, (await page.GotoAsync(workbench.At("?yer=ilce:76-1692")))!.Status);
    }

    [Fact]
    public async Task ChartsPoints_AreReadOutByTheArrowKeys()
    {
        var page = await workbench.OpenAsync("analyst", "76");
        await page.FocusAsync("[data-line] .scroll");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Locator("[data-line] .readout").First).ToHaveTextAsync((await page.Locator("[data-line] .numbers tbody tr").Last.EvaluateAsync<string>("r => [...r.children].map(c => c.textContent).join(': ')"))!);
    }
}
