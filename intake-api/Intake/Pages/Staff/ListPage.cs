using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Staff;

/// <summary>The place's applications, or for a liaison officer the unit's: filtered and paged by the address, which can be kept.</summary>
public sealed class ListPage(ListApplications list)
{
    public async Task<IResult> ShowAsync(HttpContext http, CancellationToken stop)
    {
        // A whole number typed into the search leads straight to it, whatever else is filtered by.
        var number = new string([.. http.Request.Query["number"].ToString().Where(char.IsAsciiDigit)]);
        if (TrackingNumber.TryParse(number, out _)) return Page.To($"/gorevli/basvurular/{number}");

        var answer = await list.RunAsync(http, stop);
        var found = Page.ValueOf<ApplicationPage>(answer);
        var form = FormState.Empty with { Values = http.Request.Query.ToDictionary(q => q.Key, q => q.Value.Select(v => v ?? "").ToArray(), StringComparer.Ordinal) };
        if (answer is ProblemHttpResult problem) form = form.With(problem);
        return Page.Of<ApplicationList>(new { Found = found ?? new ApplicationPage([], null), Form = form, Query = http.Request.Query, AtUnit = Authorization.OnlyUnit(AuthenticateStaff.Found(http)!) is not null },
            form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
