using AcikKapi.Dashboard.Filters;
using AcikKapi.Dashboard.Pages.Units;
using AcikKapi.Reports;
using AcikKapi.Reports.Model;

namespace AcikKapi.Dashboard.Pages.Provinces;

/// <summary>Provinces beside those of their size, or of their tier of development; never a league table.</summary>
static class ProvincesPage
{
    public static IResult Show(Visit visit, HttpContext http)
    {
        var byTier = http.Request.Query["esler"] == "kademe";
        var lines = visit.Data.Rows<ProvinceLine>("Pages/Provinces/provinces.sql", new { period = visit.Filter.Period.Code });
        var groups = lines.GroupBy(line => byTier ? line.Tier ?? 0 : line.BySize).OrderBy(group => group.Key)
            .Select(group => (byTier ? group.Key == 0 ? "Kademesi bilinmeyen iller" : $"{group.Key}. kademe gelişmişlikteki iller (SEGE-2025)" : ProvinceLine.SizeName(group.Key),
                (IReadOnlyList<ProvinceLine>)[.. group.OrderBy(line => line.Name, Choices.Turkish)])).ToList();
        // The place that is looked at, else one's own.
        var plate = visit.Filter.Place.Level != ScopeLevel.Ministry ? visit.Filter.Place.ProvinceCode : visit.Officer.ProvinceCode ?? 0;
        var funnel = plate == 0 ? [] : visit.Data.Rows<FunnelRow>("Pages/Units/funnel.sql", new { level = "province", code = BriefScope.OfProvince(plate).Code });
        return Page.Of<ProvincesView>(new { Visit = visit, Groups = groups, ByTier = byTier, Plate = plate, Funnel = funnel });
    }

    public static string Criteria(string? codes) =>
        string.Join(", ", (codes ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries).Select(code => Words.Criteria.FirstOrDefault(c => c.Code == code).Name?.ToLower(Reports.Text.Tr.Culture) ?? code));
}
