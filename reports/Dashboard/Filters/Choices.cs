using AcikKapi.Dashboard.SignIn;
using AcikKapi.Domain.Reference;
using AcikKapi.Reports;
using AcikKapi.Reports.Text;

namespace AcikKapi.Dashboard.Filters;

/// <summary>What the lists of the filters offer, in Turkish order.</summary>
static class Choices
{
    public static readonly StringComparer Turkish = StringComparer.Create(Tr.Culture, ignoreCase: false);

    public static IReadOnlyList<(string Code, string Name)> OfGroup(string dimension) => dimension switch
    {
        "gender" => Words(Vocabulary.Current.Genders),
        "age_band" => [.. Vocabulary.Current.AgeBands.Select(band => (band.Code, band.NameTr))],
        "circumstance" => Words(Vocabulary.Current.Circumstances),
        "education" => Words(Vocabulary.Current.EducationLevels),
        "employment" => Words(Vocabulary.Current.EmploymentStatuses),
        "kind" => Words(Vocabulary.Current.Kinds),
        "channel" => [.. Vocabulary.Current.Channels.Select(channel => (channel.Code, channel.NameTr))],
        _ => [],
    };

    /// <summary>The own places first, then what there is to compare with.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<(string Code, string Name)> Places)> Places(Officer officer)
    {
        var own = officer.Place;
        foreach (var places in OwnPlaces(officer)) yield return places;
        if (own.Level == ScopeLevel.Ministry) yield break;
        yield return ("Karşılaştırmak için", [Named(BriefScope.Ministry)]);
        yield return ("Öteki iller", Provinces(p => p.Code != own.ProvinceCode || own.Level == ScopeLevel.District));
    }

    /// <summary>Whose briefs the officer may order: the ministry the country's and the provinces'.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<(string Code, string Name)> Places)> OwnPlaces(Officer officer)
    {
        var own = officer.Place;
        if (own.Level == ScopeLevel.Ministry)
        {
            yield return ("Ülke", [Named(own)]);
            yield return ("İller", Provinces(_ => true));
        }
        else if (own.Level == ScopeLevel.District) yield return ("Yeriniz", [Named(own)]);
        else
            yield return ("Yeriniz", [Named(own), .. Vocabulary.Current.Districts.Where(d => d.ProvinceCode == own.ProvinceCode && d.Code != 0).OrderBy(d => d.Name, Turkish).Select(d => Named(BriefScope.OfDistrict(d.ProvinceCode, d.Code)))]);
    }

    public static string NameOf(BriefScope place) => place.Level switch
    {
        ScopeLevel.Ministry => "Türkiye",
        ScopeLevel.Province => Vocabulary.Current.Provinces[place.ProvinceCode].Name,
        _ => $"{Vocabulary.Current.Provinces[place.ProvinceCode].Name} – {Vocabulary.Current.Districts.Find(place.DistrictCode)?.Name}",
    };

    /// <summary>Headings, each with its topics.</summary>
    public static IEnumerable<(string Code, string Name, IReadOnlyList<(string Code, string Name)> Topics)> Types() =>
        Vocabulary.Current.Types.Where(type => type.IsHeading).OrderBy(type => type.NameTr, Turkish).Select(heading => (heading.Code, heading.NameTr,
            (IReadOnlyList<(string, string)>)[.. Vocabulary.Current.Types.Where(type => !type.IsHeading && type.HeadingCode == heading.Code).OrderBy(type => type.NameTr, Turkish).Select(type => (type.Code, type.NameTr))]));

    static IReadOnlyList<(string, string)> Provinces(Func<Province, bool> wanted) => [.. Vocabulary.Current.Provinces.Where(wanted).OrderBy(p => p.Name, Turkish).Select(p => Named(BriefScope.OfProvince(p.Code)))];

    static (string, string) Named(BriefScope place) => (place.ToString(), place.Level == ScopeLevel.District ? Vocabulary.Current.Districts.Find(place.DistrictCode)!.Name : NameOf(place));

    static IReadOnlyList<(string, string)> Words(IEnumerable<Word> list) => [.. list.Select(word => (word.Code, word.NameTr))];
}
