using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Pages.Citizen;
using AcikKapi.Intake.Pages.Shared;
using AcikKapi.Intake.Pages.SignIn;
using AcikKapi.Intake.Pages.Staff;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace AcikKapi.Intake.Pages;

/// <summary>Services and addresses of the pages: for everybody, for the bureau's hall, and the door for staff.</summary>
static class PageRoutes
{
    const int LongestForm = 8 * 1024 * 1024;

    public static void Add(IServiceCollection services)
    {
        services.AddRazorComponents();
        // A citizen's file is never written to a disk of the server's on its way.
        services.Configure<FormOptions>(form => (form.MemoryBufferThreshold, form.MultipartBodyLengthLimit) = (LongestForm, LongestForm));
        services.AddSingleton<ApplyPage>().AddSingleton<TrackPage>().AddSingleton<FilePage>().AddSingleton<BoxPage>().AddSingleton<SignInPages>();
        StaffPageRoutes.Add(services);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        EmbeddedAssets.Map(routes);
        var pages = routes.MapGroup("").WithForms();
        pages.MapGet("/", () => Page.Of<Home>(new { Kiosk = false }));
        pages.MapGet("/aydinlatma", () => Page.Of<PrivacyNotice>(new { }));
        pages.MapGet("/erisilebilirlik", () => Page.Of<Accessibility>(new { }));
        MapApplication(pages, "", ApplyFlow.Web, ApplyFlow.TipOff);
        pages.MapGet("/kiosk", () => Page.Of<Home>(new { Kiosk = true }));
        MapApplication(pages, "/kiosk", ApplyFlow.Kiosk, ApplyFlow.KioskTipOff);
        MapPlaces(pages);
        MapSignIn(pages);
        // The workbench's addresses, after signing in or from the menu: to where it is, if no proxy leads there before.
        pages.MapGet("/tezgah/{**page}", (HttpContext http, IntakeSettings settings) => settings.Workbench is { } workbench
            ? Page.To(new Uri(workbench, http.Request.Path + http.Request.QueryString).ToString())
            : Page.Problem(StatusCodes.Status404NotFound, "Analiz tezgâhı burada açık değil", "Kurulumunuzda analiz tezgâhı çalışmıyor. Sistem yöneticinize başvurun."));
        StaffPageRoutes.Map(pages);
    }

    static void MapApplication(RouteGroupBuilder pages, string under, ApplyFlow application, ApplyFlow tipOff)
    {
        var kiosk = application.IsKiosk;
        var sent = pages.MapGroup(under).RequireRateLimiting(RateLimits.Submissions);
        foreach (var flow in new[] { application, tipOff })
        {
            pages.MapGet(flow.Address, () => ApplyPage.Show(flow));
            sent.MapPost(flow.Address[under.Length..], (HttpContext http, ApplyPage apply, CancellationToken stop) => apply.PostAsync(flow, http, stop));
        }
        sent.MapPost("/dosya", (HttpContext http, FilePage file, CancellationToken stop) => file.PostAsync(application, http, stop));
        pages.MapGet($"{under}/takip", () => TrackPage.Ask(kiosk));
        sent.MapPost("/takip", (HttpContext http, TrackPage track, CancellationToken stop) => track.ShowAsync(kiosk, http, stop));
        sent.MapPost("/takip/cevap", (HttpContext http, TrackPage track, CancellationToken stop) => track.AnswerAsync(kiosk, http, stop));
        sent.MapPost("/takip/degerlendir", (HttpContext http, TrackPage track, CancellationToken stop) => track.RateAsync(kiosk, http, stop));
        sent.MapPost("/takip/yeniden-ac", (HttpContext http, TrackPage track, CancellationToken stop) => track.ReopenAsync(kiosk, http, stop));
        pages.MapGet($"{under}/ihbar/kutu", () => BoxPage.Ask(kiosk));
        sent.MapPost("/ihbar/kutu", (HttpContext http, BoxPage box, CancellationToken stop) => box.PostAsync(kiosk, write: false, http, stop));
        sent.MapPost("/ihbar/kutu/yaz", (HttpContext http, BoxPage box, CancellationToken stop) => box.PostAsync(kiosk, write: true, http, stop));
    }

    /// <summary>For scripts: lists of places, and a fresh antiforgery token for a page that came from the browser's own store.</summary>
    static void MapPlaces(RouteGroupBuilder pages)
    {
        pages.MapGet("/yerler/{province:int}", (int province) => Words.Districts(province).Select(d => new { code = d.Value, name = d.Text }));
        pages.MapGet("/yerler/{province:int}/{district:int}", (int district) => Words.Sorted(Neighbourhoods.Of(district)));
        pages.MapGet("/belirtec", (HttpContext http, IAntiforgery antiforgery) => new { token = antiforgery.GetAndStoreTokens(http).RequestToken });
    }

    static void MapSignIn(RouteGroupBuilder pages)
    {
        pages.MapGet("/giris", SignInPages.Ask);
        pages.MapGet("/giris/kurum", SignInPages.AskProvider);
        pages.MapGet("/giris/kayit", SignInPages.AskEnrolment);
        var sent = pages.MapGroup("").RequireRateLimiting(RateLimits.SignIns);
        sent.MapPost("/giris", (HttpContext http, SignInPages door, CancellationToken stop) => door.PasswordAsync(http, stop));
        sent.MapPost("/giris/kod", (HttpContext http, SignInPages door, CancellationToken stop) => door.CodeAsync(http, stop));
        sent.MapPost("/giris/kayit", (HttpContext http, SignInPages door, CancellationToken stop) => door.EnrolAsync(http, stop));
        pages.MapPost("/cikis", (HttpContext http, SignInPages door, CancellationToken stop) => door.OutAsync(http, stop));
    }
}
