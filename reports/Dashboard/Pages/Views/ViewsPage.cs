using AcikKapi.Dashboard.Http;
using AcikKapi.Dashboard.Pages.Shared;
using AcikKapi.Dashboard.SignIn;

namespace AcikKapi.Dashboard.Pages.Views;

/// <summary>The officer's saved views: a page with its filters under a name. The intake keeps them; what is saved is this page's own filter, never an address that was typed.</summary>
sealed class ViewsPage(IntakeDoor intake)
{
    const string PageField = "sayfa";

    public async Task<IResult> ListAsync(Visit visit, HttpContext http, string? problem = null) => Page.Of<ViewsView>(new
    {
        Visit = visit, Views = await intake.ListAsync<KeptView>(http, "/v1/views"), ToSave = PageToSave(http), Problem = problem, Done = http.Request.Query["tamam"].ToString(),
    }, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    /// <summary>The link that offers to save what a page shows.</summary>
    public static string AddressToSave(Visit visit, string page) => visit.Filter.At("/gorunumler", (PageField, page.Length == 0 ? "/" : page));

    public async Task<IResult> SaveAsync(Visit visit, HttpContext http)
    {
        if (PageToSave(http) is not { } page) return Page.Problem(StatusCodes.Status404NotFound, "Sayfa bulunamadı", "Böyle bir sayfa yok.");
        var address = visit.Filter.At(page)[Routes.Root.Length..];
        return await intake.SendAsync(http, "/v1/views", new { name = http.Request.Form["ad"].ToString(), address }) is { } problem
            ? await ListAsync(visit, http, problem)
            : TypedResults.Redirect(visit.Filter.At("/gorunumler", ("tamam", "saklandi")));
    }

    public async Task<IResult> RemoveAsync(Visit visit, HttpContext http) =>
        long.TryParse(http.Request.Form["no"], out var no) && await intake.SendAsync(http, "/v1/view-removals", new { no }) is null
            ? TypedResults.Redirect(visit.Filter.At("/gorunumler", ("tamam", "silindi")))
            : Page.Problem(StatusCodes.Status404NotFound, "Görünüm bulunamadı", "Böyle bir görünüm yok ya da silinmiş.");

    static string? PageToSave(HttpContext http) => http.Request.Query[PageField].ToString() switch
    {
        "" => null,
        "/" => "",
        var page => Menu.All().Any(entry => entry.Page == page) ? page : null,
    };
}
