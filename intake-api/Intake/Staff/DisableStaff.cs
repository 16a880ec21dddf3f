using AcikKapi.Domain;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Staff;

/// <summary>Its token is refused from the next request on.</summary>
public static class DisableStaff
{
    public static async Task RunAsync(IntakeSettings settings, Guid id, CancellationToken stop)
    {
        await using var owner = IntakeDatabase.Open(settings.Connection);
        var disabled = await new PlaceTransaction(owner).RunAsync(place: null, work => work.ExecuteAsync("Staff/DisableStaff.sql", new { id }), stop);
        if (disabled == 0) throw new UserError($"There is no staff account {id}: see 'staff list'.");
    }
}
