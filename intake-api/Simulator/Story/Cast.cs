using AcikKapi.Domain.Reference;
using AcikKapi.Simulator.World;

namespace AcikKapi.Simulator.Story;

/// <summary>Who plays: the provinces with their places, units and bureaus, and what is planted among them.</summary>
sealed record Cast(IReadOnlyList<ProvinceWorld> Provinces, IReadOnlyList<Bureau> Bureaus, PlantedTruth Truth, ulong Seed)
{
    const double OwnShare = 0.45; // the story's own province is told of at more length than its neighbours

    public static Cast Of(StoryScale scale, int province, DateOnly until, ulong seed)
    {
        var words = Vocabulary.Current;
        var told = scale == StoryScale.National ? [.. words.Provinces] : ProvinceNeighbours.Of(province).Append(province).Select(p => words.Provinces[p]).ToList();
        var own = scale == StoryScale.National ? told.MaxBy(p => p.Population2025)! : words.Provinces[province];
        var truth = Plant.In(own, told.Where(p => ProvinceNeighbours.Of(own.Code).Contains(p.Code)).MaxBy(p => p.Population2025)!, until, seed);
        var bureaus = Bureau.OfCountry(seed);
        var worlds = told.Select(p => new ProvinceWorld(p, bureaus, unit => Plant.Habits(unit, truth), seed)).ToList();
        return new Cast(worlds, [.. bureaus.Where(b => told.Any(p => p.Code == b.Province))], truth, seed)
        {
            Volumes = scale == StoryScale.National ? [.. worlds.Select(Volume)] : OfOneProvince(worlds, own.Code),
        };
    }

    /// <summary>Each province's part of all applications; they add up to no particular sum.</summary>
    public IReadOnlyList<double> Volumes { get; private init; } = [];

    static double Volume(ProvinceWorld world) => world.Province.Population2025 * world.Propensity;

    static List<double> OfOneProvince(List<ProvinceWorld> worlds, int own)
    {
        var others = worlds.Where(w => w.Province.Code != own).Sum(Volume);
        return [.. worlds.Select(w => w.Province.Code == own ? others * OwnShare / (1 - OwnShare) : Volume(w))];
    }
}
