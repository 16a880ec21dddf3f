using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Staff.SignIn;

/// <summary>A signed-in person's new password; all sessions end, this one too.</summary>
public sealed class ChangePassword(PlaceTransaction database)
{
    /// <returns>Why not, in Turkish; null where it was changed.</returns>
    public async Task<string?> RunAsync(StaffMember officer, string old, string password, CancellationToken stop) => await database.RunAsync(place: null, async work =>
    {
        var account = await work.FindAsync<SignInAccount>("Staff/SignIn/LockAccount.sql", new { name = (string?)null, staff = officer.StaffId, subject = (string?)null, enrolment = Array.Empty<byte>() });
        if (account?.PasswordHash is null) return "Bu hesabın parolası yok: kurumunuzun giriş hizmetiyle giriyorsunuz.";
        if (!Passwords.IsRight(account.PasswordHash, old))
        {
            await work.ExecuteAsync("Staff/SignIn/CountTry.sql", new { staff = officer.StaffId, right = false, step = (long?)null });
            return "Şimdiki parolanız doğru değil.";
        }
        if (Passwords.WhyNot(password, account.SignInName, account.FullName) is { } weak) return weak;
        await work.ExecuteAsync("Staff/SignIn/SetPassword.sql", new { staff = officer.StaffId, passwordHash = Passwords.Hash(password) });
        await work.ExecuteAsync("Staff/SignIn/EndSessionsOf.sql", new { staff = officer.StaffId });
        return (string?)null;
    }, stop);
}
