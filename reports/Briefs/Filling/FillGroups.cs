using AcikKapi.Domain.Reference;
using AcikKapi.Reports.Model;

namespace AcikKapi.Reports.Filling;

/// <summary>Applicants and ways of applying, a panel a dimension, in the order of the reference lists.</summary>
public static class FillGroups
{
    const string NotTold = "-", Elders = "65+";

    static readonly (string Dimension, string Title, IReadOnlyList<(string Code, string Name)> Values)[] Dimensions =
    [
        ("gender", "Cinsiyet", Words(Vocabulary.Current.Genders)),
        ("age_band", "Yaş", [.. Vocabulary.Current.AgeBands.Select(band => (band.Code, band.NameTr))]),
        ("circumstance", "Özel durum", Words(Vocabulary.Current.Circumstances)),
        ("channel", "Başvuru kanalı", [.. Vocabulary.Current.Channels.Select(channel => (channel.Code, channel.NameTr))]),
        ("kind", "Başvuru türü", Words(Vocabulary.Current.Kinds)),
        ("education", "Öğrenim", Words(Vocabulary.Current.EducationLevels)),
        ("employment", "Çalışma durumu", Words(Vocabulary.Current.EmploymentStatuses)),
    ];

    public static List<GroupPanel> Run(Published published, BriefScope scope, BriefPeriod period, long? received)
    {
        var counts = published.Rows<GroupCount>("Filling/groups.sql", new { scope = scope.Code, period = period.Code })
            .ToLookup(count => count.Dimension);
        return [.. Dimensions.Select(dimension => Panel(dimension.Dimension, dimension.Title, dimension.Values, counts[dimension.Dimension].ToDictionary(count => count.Code), received, scope))
            .Where(panel => panel.Rows.Any(row => row.Received is not 0))];
    }

    static GroupPanel Panel(string dimension, string title, IReadOnlyList<(string Code, string Name)> values, Dictionary<string, GroupCount> counts, long? all, BriefScope scope)
    {
        // Shares of all whose value is told: of the printed values alone they would be too large where one is hidden.
        // One person may have several circumstances, so theirs are shares of all applications.
        var known = values.Where(value => counts.ContainsKey(value.Code)).Select(value => (value.Name, Count: counts[value.Code])).ToList();
        var whole = dimension == "circumstance" ? all : all - (counts.GetValueOrDefault(NotTold)?.Received ?? 0);
        long? population = known.TrueForAll(row => row.Count.Population is not null) ? known.Sum(row => row.Count.Population) : null;
        return new(dimension, title, [.. known.Select(row => new GroupRow(
            row.Name,
            row.Count.Received,
            Ratio.Of(row.Count.Received, whole),
            row.Count.Code == Elders && dimension == "age_band" ? EldersShare(scope) : population is null ? Ratio.Undefined : Ratio.Of(row.Count.Population, population)))]);
    }

    // Of the bands, the reference lists have only the eldest's population (TÜİK 2020). Beside those of fifteen and over: children hardly apply.
    static Ratio EldersShare(BriefScope scope)
    {
        IEnumerable<District> districts = scope.Level switch
        {
            ScopeLevel.District => [Vocabulary.Current.Districts[scope.DistrictCode]],
            ScopeLevel.Province => Vocabulary.Current.DistrictsOf(scope.ProvinceCode),
            _ => Vocabulary.Current.Districts,
        };
        return Ratio.Of(districts.Sum(district => (long)district.Age65In2020), districts.Sum(district => (long)district.Age15To64In2020 + district.Age65In2020));
    }

    static IReadOnlyList<(string, string)> Words(IEnumerable<Word> list) => [.. list.Select(word => (word.Code, word.NameTr))];

    sealed record GroupCount
    {
        public string Dimension { get; init; } = "";
        public string Code { get; init; } = "";
        public long? Received { get; init; }
        public long? Population { get; init; }
    }
}
