using AcikKapi.Domain.Reference;

namespace AcikKapi.Simulator.World;

/// <summary>A district governorship's bureau; the governorships' own stand in the database from the start.</summary>
sealed record Bureau(string Code, string Name, int Province, int District, DateOnly OpenedOn)
{
    const int OpenedInAll = 221; // of 922, as published for 2021
    static readonly DateOnly First = new(2018, 3, 1);
    const int DaysOfOpening = 1300;

    /// <summary>Large districts more likely than small ones; the same whatever part of the country the story tells of.</summary>
    public static IReadOnlyList<Bureau> OfCountry(ulong seed) =>
    [
        .. Vocabulary.Current.Districts.Where(d => d.HasKaymakamlik)
            .Select(d => (District: d, Dice: Dice.For(seed, "bureau", d.Code)))
            .Select(d => (d.District, Score: 0.6 * Math.Log(d.District.Population2025) + d.Dice.Normal(), Opened: d.Dice.Below(DaysOfOpening)))
            .OrderByDescending(d => d.Score).Take(OpenedInAll)
            .Select(d => new Bureau(
                $"{d.District.ProvinceCode}-{d.District.Code}", $"{d.District.Name} Kaymakamlığı Açık Kapı Bürosu",
                d.District.ProvinceCode, d.District.Code, First.AddDays(d.Opened))),
    ];
}
