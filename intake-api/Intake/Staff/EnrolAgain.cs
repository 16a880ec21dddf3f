using AcikKapi.Domain;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff.SignIn;

namespace AcikKapi.Intake.Staff;

/// <summary>A new enrolment code for a person who forgot the password or lost the telephone; the old ones count no more, sessions end.</summary>
public static class EnrolAgain
{
    public static async Task RunAsync(IntakeSettings settings, string name, CancellationToken stop)
    {
        var code = EnrolmentCode.Create();
        await using var owner = IntakeDatabase.Open(settings.Connection);
        var id = Guid.TryParse(name, out var given) ? given : Guid.Empty;
        var renewed = await new PlaceTransaction(owner).RunAsync(place: null, async work =>
        {
            await work.ExecuteAsync("Staff/SignIn/EndSessionsOf.sql", new { staff = id });
            return await work.ExecuteAsync("Staff/SignIn/RenewEnrolment.sql", new { id, name, enrolment = EnrolmentCode.Hash(code), until = DateTime.UtcNow + EnrolmentCode.Valid });
        }, stop);
        if (renewed == 0) throw new UserError($"There is no account '{name}' that signs in: see 'staff list'.");
        Console.WriteLine(code);
    }
}
