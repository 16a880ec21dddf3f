using AcikKapi.Intake.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages;

/// <summary>A Razor component as the answer to a request, rendered on the server to its end.</summary>
static class Page
{
    /// <param name="parameters">An anonymous object: the component's parameters by name.</param>
    public static IResult Of<T>(object parameters, int status = StatusCodes.Status200OK) where T : IComponent =>
        new RazorComponentResult<T>(parameters) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>Something that cannot be done or is not there, as a page.</summary>
    public static IResult Problem(int status, string title, string detail) => Of<Shared.ProblemPage>(new { Title = title, Detail = detail }, status);

    /// <summary>An operation's refusal as a page; what was no refusal is the caller's to show.</summary>
    public static IResult Problem(ProblemHttpResult problem) =>
        Problem(problem.StatusCode, problem.ProblemDetails.Title ?? "İstek karşılanamadı", Sentences.Of(problem));

    /// <summary>To another page, read with GET: a reload sends nothing twice.</summary>
    public static IResult To(string address) => TypedResults.Redirect(address);

    /// <summary>The value of an operation's answer; null where it is a refusal.</summary>
    public static T? ValueOf<T>(IResult answer) where T : class => (answer as IValueHttpResult<T>)?.Value;

    /// <summary>Whether whoever asks reads pages: a browser at an address that is no program's.</summary>
    public static bool IsWantedBy(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) && !IsForPrograms(request.Path);

    public static bool IsForPrograms(PathString path) => Programs.Any(start => path.StartsWithSegments(start, StringComparison.Ordinal));

    static readonly string[] Programs = ["/v1", "/open311", "/openapi", "/internal", "/metrics", "/healthz", "/readyz"];
}

/// <summary>What an operation refused, in the words it gives programs.</summary>
static class Sentences
{
    public static string Of(ProblemHttpResult problem) => problem.ProblemDetails is HttpValidationProblemDetails fields
        ? string.Join(" ", fields.Errors.SelectMany(e => e.Value))
        : problem.ProblemDetails.Detail ?? "";
}
