using AcikKapi.Dashboard.SignIn;
using AcikKapi.Domain;
using AcikKapi.Domain.Reference;
using AcikKapi.Reports;

namespace AcikKapi.Dashboard.Filters;

/// <summary>Reads the filter of an address. A place that is another's and one that does not exist are answered alike.</summary>
static class ReadFilter
{
    /// <exception cref="UserError">There is no such place, period, type, group or unit, or not for this officer.</exception>
    public static Filter Run(IQueryCollection query, Officer officer, DateOnly dataDate, Func<string, string?> unitName)
    {
        var place = Text(query, FilterFields.Place) is { } scope ? BriefScope.Parse(scope) : officer.Place;
        if (!officer.MaySee(place) || !Exists(place)) throw new UserError("Böyle bir yer yok ya da yayımlanan verisi sizin göreviniz için değil.");
        var period = Text(query, FilterFields.Period) is { } code ? BriefPeriod.Parse(code) : BriefPeriod.LastEndedMonth(dataDate);
        var measure = Text(query, FilterFields.Measure) is { } wanted && FilterFields.Measures.Any(m => m.Code == wanted) ? wanted : FilterFields.Measures[0].Code;
        var focuses = Focuses(query, unitName).ToList();
        return new Filter(place, period, focuses.FirstOrDefault() ?? Focus.All, measure, Crowded: focuses.Count > 1);
    }

    static bool Exists(BriefScope place) =>
        place.Level != ScopeLevel.District || Vocabulary.Current.Districts.Find(place.DistrictCode)?.ProvinceCode == place.ProvinceCode;

    static IEnumerable<Focus> Focuses(IQueryCollection query, Func<string, string?> unitName)
    {
        if (Text(query, FilterFields.Type) is { } type)
            yield return Vocabulary.Current.Types.Find(type) is { } known ? new Focus(known.IsHeading ? FocusKind.Heading : FocusKind.Topic, "", type, known.NameTr) : throw Unknown();
        if (Text(query, FilterFields.Kind) is { } kind) yield return Group("kind", kind);
        if (Text(query, FilterFields.Channel) is { } channel) yield return Group("channel", channel);
        if (Text(query, FilterFields.Group) is { } group)
            yield return group.Split(':', 2) is [var dimension, var value] && FilterFields.Groups.Any(g => g.Dimension == dimension) ? Group(dimension, value) : throw Unknown();
        if (Text(query, FilterFields.Unit) is { } unit)
            yield return new Focus(FocusKind.Unit, "", unit, unitName(unit) ?? throw Unknown());
    }

    static Focus Group(string dimension, string code) =>
        new(FocusKind.Group, dimension, code, Choices.OfGroup(dimension).FirstOrDefault(value => value.Code == code).Name ?? throw Unknown());

    static UserError Unknown() => new("Adresteki süzgeçlerden biri tanınmadı: konu, grup ya da birim yok veya yerinizin değil.");

    static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 and <= 100 } text ? text : null;
}
