using AcikKapi.Dashboard.Filters;
using AcikKapi.Dashboard.Pages.Charts;
using AcikKapi.Dashboard.Pages.Overview;
using AcikKapi.Dashboard.SignIn;

namespace AcikKapi.Dashboard.Pages.Flags;

/// <summary>The flags of a place, each with its evidence, and the decision on it, which the intake keeps.</summary>
sealed class FlagsPage(IntakeDoor intake)
{
    public static IResult List(Visit visit) => Page.Of<FlagListView>(new { Visit = visit, Flags = FlagsOf(visit, visit.Filter.Place) });

    public async Task<IResult> ShowAsync(Visit visit, HttpContext http, string? problem = null)
    {
        if (FlagsOf(visit, visit.Officer.Place).Find(flag => flag.FlagId == http.Request.Query["no"]) is not { } flag)
            return Page.Problem(StatusCodes.Status404NotFound, "İşaret bulunamadı", "Bu işaret son gecede yok ya da sizin yerinizin değil.");
        var verdict = visit.Officer.MayJudge && flag.ScopeCode.StartsWith(visit.Officer.IsMinistry ? "TR" : "il", StringComparison.Ordinal) ? (await intake.ListAsync<KeptFlag>(http, "/v1/flags")).FirstOrDefault(kept => kept.FlagId == flag.FlagId) : null;
        return Page.Of<FlagView>(new { Visit = visit, Flag = flag, Evidence = EvidenceOf(visit, flag), Judged = verdict, Problem = problem, IsDone = http.Request.Query["tamam"] == "karar" },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>POST: the decision goes to the intake, which checks it.</summary>
    public async Task<IResult> DecideAsync(Visit visit, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        string? Value(string name) => form[name].ToString() is { Length: > 0 } text ? text : null;
        var problem = await intake.SendAsync(http, "/v1/flag-verdicts", new VerdictToSend(http.Request.Query["no"].ToString(), Value("verdict") ?? "", Value("reason"), Value("measure"), Value("measuredOn"), Value("note")));
        return problem is null
            ? TypedResults.Redirect(visit.Filter.At("/isaretler/isaret", ("no", http.Request.Query["no"].ToString()), ("tamam", "karar")))
            : await ShowAsync(visit, http, problem);
    }

    static List<FoundFlag> FlagsOf(Visit visit, Reports.BriefScope place) =>
        visit.Data.Rows<FoundFlag>("Pages/Flags/flags.sql", new { scope = place.Code, plate = place.ProvinceCode, district = place.DistrictCode });

    /// <summary>The series that the flag speaks of, as far as it is published.</summary>
    static Evidence EvidenceOf(Visit visit, FoundFlag flag)
    {
        var (data, scope) = (visit.Data, flag.Place.Code);
        if (FocusOf(flag) is not { } focus)
        {
            var measure = flag.Detector switch { "reopening" => "reopened_share", "overdue_share" => "overdue_share", "low_satisfaction" => "satisfaction", _ => "received" };
            var control = OverviewPage.ControlOf(data, scope, measure, preferMonths: measure != "received");
            return new Evidence(MeasureText.Name(measure), control.Kind, control.Points, control.Limits, measure, Focus.All);
        }
        // Weeks where most of them are told, else months.
        var weeks = focus.Kind == FocusKind.Unit ? [] : Counts("week");
        return 2 * weeks.Count(p => p.Value is null) < weeks.Count
            ? Counted("week", weeks)
            : Counted("month", Counts("month"));

        List<LinePoint> Counts(string periodKind) => OverviewPage.CountsOf(data, focus, scope, periodKind);
        Evidence Counted(string kind, List<LinePoint> points) => new(focus.Name, kind, points, LineLimits.Of(points, [.. points.Select(p => p.Value)]), "received", focus);
    }

    static Focus? FocusOf(FoundFlag flag) => flag switch
    {
        { UnitCode: { } unit, Unit: { } name } => new Focus(FocusKind.Unit, "", unit, name),
        { TypeCode: { } type, Type: { } name } => new Focus(Domain.Reference.Vocabulary.Current.Types.Find(type)?.IsHeading == true ? FocusKind.Heading : FocusKind.Topic, "", type, name),
        { GroupCode: { } group } when group.Split(':') is [var dimension, var value] && Choices.OfGroup(dimension).FirstOrDefault(v => v.Code == value).Name is { } name => new Focus(FocusKind.Group, dimension, value, name),
        _ => null,
    };
}

/// <param name="Name">Of the series.</param>
/// <param name="Focus">How the first page shows the same.</param>
public sealed record Evidence(string Name, string Kind, IReadOnlyList<LinePoint> Points, LineLimits? Limits, string Measure, Focus Focus);
