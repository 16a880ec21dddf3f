using System.Globalization;
using AcikKapi.Domain.Reference;

namespace AcikKapi.Simulator.World;

/// <summary>One province of the story: its places, units, ways in, and what it asks for. Immutable; safe from any thread.</summary>
sealed class ProvinceWorld
{
    readonly Dictionary<string, Unit> units;
    readonly Weighted<Place> places;

    /// <param name="planted">Changes one unit's habits; most it leaves alone.</param>
    public ProvinceWorld(Province province, IReadOnlyList<Bureau> bureaus, Func<Unit, Unit> planted, ulong seed)
    {
        Province = province;
        GovernorshipBureau = province.Code.ToString(CultureInfo.InvariantCulture);
        var districts = Vocabulary.Current.DistrictsOf(province.Code).ToList();
        var dice = Dice.For(seed, "province", province.Code);
        Propensity = dice.LogNormal(1, 0.45);
        Growth = 0.03 + 0.03 * dice.Normal();
        Channels = ChannelMix.Of(dice);
        TopicShares = TopicMix.Of(province, seed);
        units = UnitKind.All.SelectMany(k => k.In(province, districts, seed)).Select(planted).ToDictionary(u => u.Code, StringComparer.Ordinal);
        places = new Weighted<Place>(districts.Select(d => (
            new Place(d, bureaus.FirstOrDefault(b => b.District == d.Code), seed),
            d.Population2025 * (d.IsCentral ? 1.25 : 1) * dice.LogNormal(1, 0.25)))); // the governorship's door is nearest to the centre
    }

    public Province Province { get; }
    public string GovernorshipBureau { get; }

    /// <summary>How readily people apply, compared with the country's average of 1.</summary>
    public double Propensity { get; }

    /// <summary>Of yearly volume, as a share.</summary>
    public double Growth { get; }
    public Weighted<string> Channels { get; }

    /// <summary>By <see cref="TopicProfile.Index"/>; they add up to 1.</summary>
    public double[] TopicShares { get; }

    public IEnumerable<Unit> Units => units.Values;
    public IReadOnlyList<Place> Places => places.Items;
    public Place DrawPlace(Dice dice) => places.Draw(dice);
    public Unit UnitOf(string code) => units[code];

    /// <summary>The competent unit of a kind: the district's where it has one, else the province's.</summary>
    public Unit UnitFor(string kind, int? district)
    {
        if (kind == UnitKind.MetropolitanMunicipality && !Province.IsMetropolitan) kind = UnitKind.Municipality;
        if (district is not null && units.TryGetValue($"{Province.Code}-{district}-{kind}", out var near)) return near;
        if (units.TryGetValue($"{Province.Code}-{kind}", out var own)) return own;
        return units[$"{Province.Code}-{UnitKind.MetropolitanMunicipality}"];
    }
}
