using AcikKapi.Dashboard.Pages;
using AcikKapi.Dashboard.Pages.Briefings;
using AcikKapi.Dashboard.Pages.Flags;
using AcikKapi.Dashboard.Pages.Overview;
using AcikKapi.Dashboard.Pages.Provinces;
using AcikKapi.Dashboard.Pages.Sql;
using AcikKapi.Dashboard.Pages.Stages;
using AcikKapi.Dashboard.Pages.Tables;
using AcikKapi.Dashboard.Pages.Units;
using AcikKapi.Dashboard.Pages.Views;
using AcikKapi.Dashboard.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace AcikKapi.Dashboard.Http;

/// <summary>All addresses of the workbench, each with what answers it. They share one root, so that one proxy can serve it beside the intake.</summary>
public static class Routes
{
    public const string Root = "/tezgah";

    public static void Add(IServiceCollection services) => services.AddTransient<FlagsPage>().AddTransient<ViewsPage>().AddTransient<BriefingsPage>().AddSingleton<TablesPage>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => TypedResults.Redirect(Root));
        routes.MapGet("/healthz", () => "ok");
        var all = routes.MapGroup(Root);
        EmbeddedAssets.Map(all);

        var pages = all.MapGroup("").WithMetadata(new ForStaff());
        pages.MapGet("", (Visit visit) => OverviewPage.Show(visit));
        pages.MapGet("/isaretler", (Visit visit) => FlagsPage.List(visit));
        pages.MapGet("/isaretler/isaret", (Visit visit, HttpContext http, FlagsPage page) => page.ShowAsync(visit, http));
        pages.MapGet("/birimler", (Visit visit) => UnitsPage.List(visit));
        pages.MapGet("/birimler/{code}", (Visit visit, string code) => UnitsPage.Show(visit, code));
        pages.MapGet("/iller", (Visit visit, HttpContext http) => ProvincesPage.Show(visit, http));
        pages.MapGet("/surec", (Visit visit) => StagesPage.Show(visit));
        pages.MapGet("/brifingler", (Visit visit, HttpContext http, BriefingsPage page) => page.ListAsync(visit, http));
        pages.MapGet("/brifingler/{place}/{period}.pdf", (Visit visit, string place, string period, BriefingsPage page) => page.Read(visit, place, period));
        pages.MapGet("/gorunumler", (Visit visit, HttpContext http, ViewsPage page) => page.ListAsync(visit, http));
        pages.MapGet("/veri", (Visit visit) => TablesPage.List(visit));
        pages.MapGet("/veri/{table}.{format}", (Visit visit, string table, string format, string? ondalik, TablesPage page, CancellationToken stop) => page.ExportAsync(visit, table, format, ondalik == "virgul", stop));
        pages.MapGet("/sorgu", (Visit visit) => SqlPage.Ask(visit));

        var forms = pages.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute()).AddEndpointFilter(async (context, next) =>
            context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } ? await next(context)
            : Page.Problem(StatusCodes.Status400BadRequest, "Sayfanın süresi dolmuş", "Sayfayı yeniden açın ve yeniden gönderin. Tarayıcınızda çerezler açık olmalı."));
        forms.MapPost("/sorgu", (Visit visit, HttpContext http) => SqlPage.RunAsync(visit, http));
        forms.MapPost("/isaretler/isaret", (Visit visit, HttpContext http, FlagsPage page) => page.DecideAsync(visit, http));
        forms.MapPost("/brifingler", (Visit visit, HttpContext http, BriefingsPage page) => page.OrderAsync(visit, http));
        forms.MapPost("/gorunumler", (Visit visit, HttpContext http, ViewsPage page) => page.SaveAsync(visit, http));
        forms.MapPost("/gorunumler/sil", (Visit visit, HttpContext http, ViewsPage page) => page.RemoveAsync(visit, http));
    }
}
