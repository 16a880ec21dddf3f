using AcikKapi.Reports;
using AcikKapi.Reports.Model;

namespace AcikKapi.Dashboard.Pages.Units;

/// <summary>The units of a place, and one of them: its months, waiting times, capacity and forecast.</summary>
static class UnitsPage
{
    public static IResult List(Visit visit)
    {
        var place = visit.Filter.Place;
        var lines = place.Level == ScopeLevel.Ministry ? []
            : visit.Data.Rows<UnitLine>("Pages/Units/units.sql", new { plate = place.ProvinceCode, district = place.DistrictCode, period = visit.Filter.Period.Code });
        return Page.Of<UnitListView>(new { Visit = visit, Lines = lines });
    }

    public static IResult Show(Visit visit, string code)
    {
        var unit = code;
        if (visit.Data.Rows<string>("Filters/unit_name.sql", new { unit }).FirstOrDefault() is not { } name)
            return Page.Problem(StatusCodes.Status404NotFound, "Birim bulunamadı", "Böyle bir birim yok ya da sizin yerinizin değil.");
        var plate = visit.Data.Rows<int>("Pages/Units/unit_province.sql", new { unit })[0];
        return Page.Of<UnitView>(new
        {
            Visit = visit,
            Model = new UnitModel(unit, name,
                visit.Data.Rows<UnitMonth>("Pages/Units/unit_periods.sql", new { unit }),
                visit.Data.Rows<Waiting>("Pages/Units/waiting.sql", new { unit, plate }),
                visit.Data.Rows<CurvePoint>("Pages/Units/curve.sql", new { code = unit, above = BriefScope.OfProvince(plate).Code }),
                visit.Data.Rows<ForecastWeek>("Pages/Units/forecast.sql", new { unit }),
                visit.Data.Rows<FunnelRow>("Pages/Units/funnel.sql", new { level = "unit", code = unit })),
        });
    }
}
