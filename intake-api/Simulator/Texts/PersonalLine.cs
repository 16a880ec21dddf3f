using System.Globalization;

namespace AcikKapi.Simulator.Texts;

/// <summary>A sentence that names somebody: the writer's own number or name, or a third person's.</summary>
internal static class PersonalLine
{
    public static string Write(string rule, Person person, Dice dice) =>
        string.Concat(Grammar.Current.Choose(rule, dice).Select(part => part.Kind == PartKind.Words ? part.Text : Fill(part.Text, person, dice)));

    private static string Fill(string what, Person person, Dice dice) => what switch
    {
        "phone" => "0" + person.Phone[3..],
        "tckn" => person.NationalId,
        "name" => $"{person.FirstName} {person.LastName}",
        "iban" => string.Create(CultureInfo.InvariantCulture, $"TR00 0000 0000 0000 {dice.Below(10000):D4} {dice.Below(10000):D4} 00"), // check digits 00: no account
        "mail" => string.Create(CultureInfo.InvariantCulture, $"vatandas{dice.Below(100000)}@example.com"),
        "plate" => string.Create(CultureInfo.InvariantCulture, $"{dice.Between(1, 81):D2} ABC {dice.Between(100, 999)}"),
        "man" => PersonNames.First("male", dice),
        "woman" => PersonNames.First("female", dice),
        _ => throw new InvalidOperationException($"Nothing fills '{what}'."),
    };
}
