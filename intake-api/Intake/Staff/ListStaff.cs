using System.Globalization;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Staff;

/// <summary>Accounts on stdout, one a line: id, role, place, unit, created, disabled, sign-in name, signs in with.</summary>
public static class ListStaff
{
    sealed record Account(Guid StaffId, string RoleCode, string Place, string? UnitCode, DateTime CreatedAt, DateTime? DisabledAt, string? SignInName, string SignsInWith);

    public static async Task RunAsync(IntakeSettings settings, CancellationToken stop)
    {
        await using var owner = IntakeDatabase.Open(settings.Connection);
        var accounts = await new PlaceTransaction(owner).RunAsync(place: null, work => work.ListAsync<Account>("Staff/ListStaff.sql", new { }), stop);
        foreach (var a in accounts)
            Console.WriteLine(string.Join('\t', a.StaffId, a.RoleCode, a.Place, a.UnitCode ?? "-", Time(a.CreatedAt), Time(a.DisabledAt), a.SignInName ?? "-", a.SignsInWith));
    }

    static string Time(DateTime? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-";
}
