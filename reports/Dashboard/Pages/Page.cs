using AcikKapi.Dashboard.Pages.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Dashboard.Pages;

/// <summary>A Razor component as the answer to a request, rendered on the server to its end.</summary>
static class Page
{
    /// <param name="parameters">An anonymous object: the component's parameters by name.</param>
    public static IResult Of<T>(object parameters, int status = StatusCodes.Status200OK) where T : IComponent =>
        new RazorComponentResult<T>(parameters) { StatusCode = status, PreventStreamingRendering = true };

    public static IResult Problem(int status, string title, string detail) => Of<ProblemPage>(new { Title = title, Detail = detail }, status);
}
