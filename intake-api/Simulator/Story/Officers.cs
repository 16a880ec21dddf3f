using System.Collections.Concurrent;
using System.Globalization;
using AcikKapi.Domain.Identity;

namespace AcikKapi.Simulator.Story;

/// <summary>Officers under their pseudonyms: a few at each desk and unit, one executive at each bureau.</summary>
/// <param name="pseudonyms">Null where the intake names them itself, by the token it is given.</param>
sealed class Officers(Pseudonymizer? pseudonyms)
{
    readonly ConcurrentDictionary<(string Place, int Number), byte[]> known = new();

    public byte[] Desk(string bureau, Dice dice) => Of(bureau, 1 + dice.Below(4));

    public byte[] Liaison(string unit, Dice dice) => Of(unit, 1 + dice.Below(3));

    public byte[] Executive(string bureau) => Of(bureau, 0);

    byte[] Of(string place, int number) => pseudonyms is null ? [] :
        known.GetOrAdd((place, number), officer => pseudonyms.Of(string.Create(CultureInfo.InvariantCulture, $"officer {officer.Place} {officer.Number}")));
}
