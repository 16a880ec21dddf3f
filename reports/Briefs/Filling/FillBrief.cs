using AcikKapi.Domain;
using AcikKapi.Domain.Reference;
using AcikKapi.Reports.Charts;
using AcikKapi.Reports.Model;
using AcikKapi.Reports.Text;

namespace AcikKapi.Reports.Filling;

/// <summary>Fills a brief's model from one published file: queries, names and order, no statistics.</summary>
public static class FillBrief
{
    /// <exception cref="UserError">The file holds nothing of this place or period.</exception>
    public static Brief Run(Published published, BriefScope scope, BriefPeriod period)
    {
        var at = new { scope = scope.Code, period = period.Code };
        var meta = published.Rows<MetaRow>("Filling/meta.sql", new { period = period.Code }).FirstOrDefault()
            ?? throw new UserError("Yayımlanmış veri boş. Önce gece işini çalıştırın: ./acikkapi nightly");
        var figures = published.Rows<KeyFigures>("Filling/key_figures.sql", at).FirstOrDefault()
            ?? throw new UserError($"{scope} için {period} döneminde yayımlanmış veri yok (veri tarihi {Tr.Date(meta.DataDate)}).");
        return new Brief(
            scope, period, PlaceOf(scope),
            new BriefMeta(meta.DataDate, meta.SnapshotId, meta.Rule, meta.HasSimulated),
            figures,
            ReadTrend.Run(published, scope, period, meta.IsLatest),
            published.Rows<TypeRow>("Filling/types.sql", new { at.scope, at.period, level = "topic", limit = TopicsShown(scope) }),
            published.Rows<TypeRow>("Filling/types.sql", new { at.scope, at.period, level = "heading", limit = 25 }),
            figures.HasPrevious ? published.Rows<TypeRow>("Filling/rising_types.sql", new { at.scope, at.period, limit = scope.Level == ScopeLevel.Ministry ? 10 : 5 }) : [],
            FillFlags.Run(published, scope, period, meta.IsLatest),
            scope.Level == ScopeLevel.Ministry ? [] : published.Rows<UnitRow>("Filling/units.sql", new { at.period, plate = scope.ProvinceCode, district = scope.DistrictCode, limit = UnitsShown(scope) }),
            FillGroups.Run(published, scope, period, figures.Received),
            Places(published, scope, period),
            FillAspects.Stages(published, scope, period),
            scope.Level == ScopeLevel.District ? [] : published.Rows<TierRow>("Filling/tiers.sql", at),
            published.Rows<VisitRow>("Filling/visits.sql", at),
            FillAspects.Provinces(published, scope, period),
            FillEarlierFlags.Run(published, scope),
            FillTexts.Run(published, scope, meta.IsLatest),
            FillPerformance.Queues(published, scope, meta.IsLatest),
            FillPerformance.Funnels(published, scope, meta.IsLatest),
            FillPerformance.Waiting(published, scope, meta.IsLatest),
            FillAnnex.Run(published, scope, period),
            published.Queries);
    }

    static int TopicsShown(BriefScope scope) => scope.Level switch { ScopeLevel.Ministry => 15, ScopeLevel.Province => 12, _ => 8 };

    static int UnitsShown(BriefScope scope) => scope.Level == ScopeLevel.Province ? 20 : 10;

    static Place PlaceOf(BriefScope scope)
    {
        var words = Vocabulary.Current;
        switch (scope.Level)
        {
            case ScopeLevel.Ministry:
                return new Place("Türkiye", "İçişleri Bakanlığı", words.Provinces.Sum(province => (long)province.Population2025));
            case ScopeLevel.Province:
                var province = words.Provinces[scope.ProvinceCode];
                return new Place(province.Name, $"{province.Name} Valiliği", province.Population2025);
            default:
                var district = words.Districts.Find(scope.DistrictCode);
                if (district is null || district.ProvinceCode != scope.ProvinceCode)
                    throw new UserError($"{words.Provinces[scope.ProvinceCode].Name} ilinde {scope.DistrictCode} numaralı ilçe yok.");
                var office = district.HasKaymakamlik ? $"{district.Name} Kaymakamlığı" : $"{words.Provinces[scope.ProvinceCode].Name} Merkez ilçesi";
                return new Place(district.Name, office, district.Population2025);
        }
    }

    // Alphabetical as Turkish readers count letters: a list by performance would be a league table.
    static List<PlaceRow> Places(Published published, BriefScope scope, BriefPeriod period) =>
        scope.Level == ScopeLevel.District
            ? []
            : [.. published.Rows<PlaceRow>("Filling/places.sql", new { scope = scope.Code, period = period.Code, start = period.StartOn })
                .OrderBy(place => place.Name, StringComparer.Create(Tr.Culture, ignoreCase: false))];

    sealed record MetaRow
    {
        public DateOnly DataDate { get; init; }
        public string SnapshotId { get; init; } = "";
        public string Rule { get; init; } = "";
        public bool HasSimulated { get; init; }
        public bool IsLatest { get; init; }
    }
}
