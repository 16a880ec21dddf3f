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
            Steps = visit.Data.Rows<StageStep>("Pages/Stages/steps.sql", new { scope = visit.Filter.Place.Code }),
            Hops = visit.Filter.Place.Level == ScopeLevel.Ministry || !visit.Officer.Owns(visit.Filter.Place) ? [] : visit.Data.Rows<UnitHop>("Pages/Stages/hops.sql", new { plate = visit.Filter.Place.ProvinceCode }),
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

/// <summary>What share of those who reached a stage went on to another ('-': is there still), and in how many working days.</summary>
public sealed record StageStep
{
    public string FromCode { get; init; } = "";
    public string ToCode { get; init; } = "";
    public double Share { get; init; }
    public long? MedianDays { get; init; }
}

/// <summary>What share of its cases a unit handed to another.</summary>
public sealed record UnitHop
{
    public string FromUnit { get; init; } = "";
    public string FromCode { get; init; } = "";
    public string ToUnit { get; init; } = "";
    public double Share { get; init; }
}
