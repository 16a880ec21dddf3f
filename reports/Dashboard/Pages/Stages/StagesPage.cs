using AcikKapi.Dashboard.Pages.Overview;
using AcikKapi.Dashboard.Pages.Units;
using AcikKapi.Domain;
using AcikKapi.Reports;
using AcikKapi.Reports.Model;

namespace AcikKapi.Dashboard.Pages.Stages;

/// <summary>Where applications get stuck: the stages of their way, how long each lasts and where they fall out.</summary>
static class StagesPage
{
    public static IResult Show(Visit visit)
    {
        var times = visit.Data.Rows<StageTime>("Pages/Stages/stages.sql", new { scope = visit.Filter.Place.Code });
        Brief? brief = null;
        try { brief = OverviewPage.BriefOf(visit); }
        catch (UserError) { /* nothing is told of this period; the times are of the last half year */ }
        return Page.Of<StagesView>(new
        {
            Visit = visit, Times = times, Brief = brief,
            Curve = visit.Data.Rows<CurvePoint>("Pages/Units/curve.sql", new { code = visit.Filter.Place.Code, above = visit.Filter.Place.Level == ScopeLevel.District ? BriefScope.OfProvince(visit.Filter.Place.ProvinceCode).Code : "TR" }),
            Funnel = visit.Data.Rows<FunnelRow>("Pages/Units/funnel.sql", new { level = visit.Filter.Place.Level == ScopeLevel.District ? "district" : "province", code = visit.Filter.Place.Code }),
        });
    }
}

/// <summary>A stage (routing, answering, closing) of a place.</summary>
public sealed record StageTime
{
    public string Scope { get; init; } = "";
    public string Stage { get; init; } = "";
    public long? Cases { get; init; }
    public long? MedianDays { get; init; }
    public long? P90Days { get; init; }
    public double? Within7 { get; init; }
}
