using AcikKapi.Intake.Http;
using AcikKapi.Intake.Staff;
using Microsoft.AspNetCore.Antiforgery;

namespace AcikKapi.Intake.Pages;

/// <summary>What stands before a page: forms come from a page of ours, and staff pages are for their roles.</summary>
static class PageGuards
{
    /// <summary>Every form carries the antiforgery token; whoever sends one without gets a page that says what to do.</summary>
    public static RouteGroupBuilder WithForms(this RouteGroupBuilder pages)
    {
        pages.WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
        pages.AddEndpointFilter(async (context, next) => context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? Page.Problem(StatusCodes.Status400BadRequest, "Sayfanın süresi dolmuş", "Sayfayı yeniden açın ve bilgileri yeniden gönderin. Tarayıcınızda çerezler açık olmalı.")
            : await next(context));
        return pages;
    }

    /// <summary>For signed-in staff of these roles: others are led to the sign-in, or told that the page is not theirs.</summary>
    public static RouteGroupBuilder For(this RouteGroupBuilder pages, params string[] roles)
    {
        pages.WithMetadata(new PageRoles(roles));
        pages.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var officer = await http.RequestServices.GetRequiredService<AuthenticateStaff>().FromAsync(http.Request, http.RequestAborted);
            if (officer is null) return Page.To(HttpMethods.IsGet(http.Request.Method) ? $"/giris?donus={Uri.EscapeDataString(http.Request.Path)}" : "/giris");
            return Authorization.ToUsePage(officer, roles) is { } refusal ? Page.Problem(refusal.Status, "Bu sayfa göreviniz için değil", refusal.Sentence) : await next(context);
        });
        return pages;
    }
}

/// <summary>Whose page it is; for the menu and for the tests that go through all pages.</summary>
sealed record PageRoles(IReadOnlyList<string> Roles);
