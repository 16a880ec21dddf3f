using AcikKapi.Domain;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Open311;

/// <summary>Refused from the next call on; what it filed stays.</summary>
public static class DisableKey
{
    public static async Task RunAsync(IntakeSettings settings, Guid id, CancellationToken stop)
    {
        await using var owner = IntakeDatabase.Open(settings.Connection);
        var disabled = await new PlaceTransaction(owner).RunAsync(place: null, work => work.ExecuteAsync("Open311/DisableKey.sql", new { id }), stop);
        if (disabled == 0) throw new UserError($"There is no key {id}: see 'open311-key list'.");
    }
}
