using System.Globalization;
using AcikKapi.Domain.Reference;
using AcikKapi.Reports.Model;

namespace AcikKapi.Reports.Filling;

/// <summary>At most five flags lead a brief; places are named here, where the codes are known.</summary>
public static class FillFlags
{
    public static FlagList Run(Published published, BriefScope scope, BriefPeriod period, bool isLatest)
    {
        var rows = published.Rows<FlagRow>("Filling/flags.sql", new
        {
            scope = scope.Code,
            plate = scope.ProvinceCode,
            district = scope.DistrictCode,
            start = period.StartOn,
            end = period.EndOn,
            latest = isLatest,
        });
        return new FlagList([.. rows.Select(row => row.ToFlag(scope))], (int)(rows.FirstOrDefault()?.Total ?? 0));
    }

    sealed record FlagRow
    {
        public string? PlaceCodes { get; init; }
        public int? DistrictCode { get; init; }
        public long Total { get; init; }
        public string Direction { get; init; } = "";
        public string Level { get; init; } = "";
        public string? Unit { get; init; }
        public string? Type { get; init; }
        public DateOnly WindowStart { get; init; }
        public DateOnly WindowEnd { get; init; }
        public double? Observed { get; init; }
        public double? Expected { get; init; }
        public double? Ratio { get; init; }
        public double? Low { get; init; }
        public double? High { get; init; }
        public double? QValue { get; init; }
        public string Sentence { get; init; } = "";

        public Flag ToFlag(BriefScope scope) => new()
        {
            Direction = Direction, Level = Level, Place = Place(scope), Unit = Unit, Type = Type,
            WindowStart = WindowStart, WindowEnd = WindowEnd, Observed = Observed, Expected = Expected,
            Ratio = Ratio, Low = Low, High = High, QValue = QValue, Sentence = Sentence,
        };

        string Place(BriefScope scope)
        {
            var words = Vocabulary.Current;
            if (words.Districts.Find(DistrictCode ?? 0) is { } district)
                return scope.Level == ScopeLevel.Ministry ? $"{words.Provinces[district.ProvinceCode].Name} {district.Name}" : district.Name;
            var names = (PlaceCodes ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries)
                .Select(code => int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var plate) ? words.Provinces.Find(plate)?.Name : null)
                .Where(name => name is not null).ToList();
            return names.Count == 0 ? "Ülke geneli" : string.Join(", ", names);
        }
    }
}
