using AcikKapi.Dashboard.Filters;
using AcikKapi.Dashboard.SignIn;
using AcikKapi.Domain;
using AcikKapi.Reports;

namespace AcikKapi.Dashboard.Pages.Briefings;

/// <summary>The printed briefs of the own places, and orders of what the night does not print by itself.</summary>
sealed class BriefingsPage(WorkbenchSettings settings, IntakeDoor intake)
{
    public async Task<IResult> ListAsync(Visit visit, HttpContext http, string? problem = null) => Page.Of<BriefingsView>(new
    {
        Visit = visit, Briefings = Own(visit.Officer).ToList(), Orders = await intake.ListAsync<KeptOrder>(http, "/v1/brief-orders"), Problem = problem, IsOrdered = http.Request.Query["tamam"] == "ismarlandi",
    }, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    /// <summary>POST: the order goes to the intake; the next night prints it.</summary>
    public async Task<IResult> OrderAsync(Visit visit, HttpContext http) =>
        await intake.SendAsync(http, "/v1/brief-orders", new { scope = http.Request.Form["yer"].ToString(), period = http.Request.Form["donem"].ToString() }) is { } problem
            ? await ListAsync(visit, http, problem)
            : TypedResults.Redirect(visit.Filter.At("/brifingler", ("tamam", "ismarlandi")));

    /// <param name="place">bakanlik, il:76 or ilce:76-1692.</param>
    public IResult Read(Visit visit, string place, string period)
    {
        try
        {
            var (scope, span) = (BriefScope.Parse(place), BriefPeriod.Parse(period)); // no other texts become file names
            if (visit.Officer.Owns(scope) && Path.Combine(settings.Briefs, scope.Folder, $"{span.Code}.pdf") is var file && File.Exists(file))
                return TypedResults.PhysicalFile(file, "application/pdf", $"{scope.Folder}-{span.Code}.pdf");
        }
        catch (UserError)
        {
            // answered like one that is not there
        }
        return Page.Problem(StatusCodes.Status404NotFound, "Brifing bulunamadı", "Böyle bir brifing yok ya da sizin yerinizin değil.");
    }

    IEnumerable<Briefing> Own(Officer officer) => !Directory.Exists(settings.Briefs) ? []
        : from folder in Directory.EnumerateDirectories(settings.Briefs)
          let scope = ScopeOf(Path.GetFileName(folder))
          where scope is not null && officer.Owns(scope)
          from file in Directory.EnumerateFiles(folder, "*.pdf")
          let period = PeriodOf(Path.GetFileNameWithoutExtension(file))
          where period is not null
          orderby scope.Level, Choices.NameOf(scope), period.StartOn descending
          select new Briefing(scope, period);

    static BriefScope? ScopeOf(string folder)
    {
        var dash = folder.IndexOf('-', StringComparison.Ordinal);
        try { return BriefScope.Parse(dash < 0 ? folder : $"{folder[..dash]}:{folder[(dash + 1)..]}"); }
        catch (UserError) { return null; }
    }

    static BriefPeriod? PeriodOf(string name)
    {
        try { return BriefPeriod.Parse(name); }
        catch (UserError) { return null; }
    }
}

public sealed record Briefing(BriefScope Scope, BriefPeriod Period);
