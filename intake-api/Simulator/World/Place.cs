using AcikKapi.Domain.Reference;
using AcikKapi.Simulator.Texts;

namespace AcikKapi.Simulator.World;

/// <summary>A district as the story sees it: its neighbourhoods, of which some are much larger than others, and its bureau if it has one.</summary>
sealed class Place(District district, Bureau? bureau, ulong seed)
{
    readonly Weighted<string> neighbourhoods = Neighbourhoods(district.Code, Dice.For(seed, "neighbourhoods", district.Code));

    public District District => district;

    public string DrawNeighbourhood(Dice dice) => neighbourhoods.Draw(dice);

    /// <summary>The bureau that receives: the district's own if it is open, else the governorship's.</summary>
    public string BureauOn(DateOnly day, string governorship) => bureau is not null && bureau.OpenedOn <= day ? bureau.Code : governorship;

    static Weighted<string> Neighbourhoods(int district, Dice dice) => new(Domain.Reference.Neighbourhoods.Of(district).Select(name => (name, 0.15 + dice.Exponential(1))));
}
