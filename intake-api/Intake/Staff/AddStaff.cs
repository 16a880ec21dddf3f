using AcikKapi.Domain;
using AcikKapi.Intake.Postgres;
using Npgsql;

namespace AcikKapi.Intake.Staff;

/// <summary>A new account; its token goes to stdout and is nowhere else.</summary>
public static class AddStaff
{
    public static async Task RunAsync(IntakeSettings settings, string role, StaffPlace place, string? unit, CancellationToken stop)
    {
        if (place.ProvinceCode is null && role != "ministry") throw new UserError($"A {role} account needs --place.");
        if (unit is null && role == "liaison") throw new UserError("A liaison account needs --unit.");

        var token = StaffToken.Create();
        var id = Guid.NewGuid();
        await using var owner = IntakeDatabase.Open(settings.Connection);
        try
        {
            await new PlaceTransaction(owner).RunAsync(place: null, work => work.ExecuteAsync("Staff/AddStaff.sql", new
            {
                id, role, province = place.ProvinceCode, district = place.DistrictCode, unit,
                hash = StaffToken.Hash(token),
                pseudonym = new KeyFolder(settings.Keys).Pseudonymizer().Of(id.ToString()),
            }), stop);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new UserError($"There is no unit '{unit}'.", error);
        }
        Console.WriteLine(token);
    }
}
