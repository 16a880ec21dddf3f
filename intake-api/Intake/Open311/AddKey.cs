using AcikKapi.Domain;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Open311;

/// <summary>A new key; it goes to stdout and is nowhere else.</summary>
public static class AddKey
{
    public static async Task RunAsync(IntakeSettings settings, string name, string channel, int? province, int perMinute, CancellationToken stop)
    {
        if (province is { } plate && !Vocabulary.Current.Provinces.Contains(plate)) throw new UserError($"There is no province {plate}: --place is a plate code, 1 to 81.");
        if (perMinute < 1) throw new UserError("--per-minute must be 1 or more.");
        var key = StaffToken.Create();
        await using var owner = IntakeDatabase.Open(settings.Connection);
        await new PlaceTransaction(owner).RunAsync(place: null, work => work.ExecuteAsync("Open311/AddKey.sql", new { name, channel, province, perMinute, hash = StaffToken.Hash(key) }), stop);
        Console.WriteLine(key);
    }
}
