using System.Globalization;
using AcikKapi.Intake.Postgres;
using Microsoft.AspNetCore.DataProtection;

namespace AcikKapi.Intake.Staff.SignIn;

public enum SignInResult { Refused, NeedsCode, Done }

/// <param name="Ticket">To be shown again with the code, within five minutes; null unless one is needed.</param>
public sealed record SignInAnswer(SignInResult Result, string? Ticket = null);

/// <summary>
/// Signing in with a local account: name and password, then for the roles that see much a code of an authenticator app. Wrong name, wrong
/// password and a closed account are answered alike and take as long.
/// </summary>
public sealed class SignInStaff(PlaceTransaction database, Sessions sessions, TotpCodes codes, IDataProtectionProvider protection, TimeProvider time)
{
    readonly ITimeLimitedDataProtector _tickets = protection.CreateProtector("sign-in").ToTimeLimitedDataProtector();

    public async Task<SignInAnswer> WithPasswordAsync(HttpContext http, string name, string password, CancellationToken stop)
    {
        var account = await TryAsync(name, staff: null, a => Passwords.IsRight(a?.PasswordHash, password) ? (true, null) : (false, null), stop);
        return account is null ? new SignInAnswer(SignInResult.Refused) : await GoOnAsync(http, account, stop);
    }

    /// <summary>Whoever has shown who they are: in, or asked for the code first.</summary>
    /// <param name="hasSecondFactor">Somebody else has asked for one already.</param>
    public async Task<SignInAnswer> GoOnAsync(HttpContext http, SignInAccount account, CancellationToken stop, bool hasSecondFactor = false)
    {
        if (account.NeedsCode && !hasSecondFactor)
            return account.TotpSecret is null ? new SignInAnswer(SignInResult.Refused) : new SignInAnswer(SignInResult.NeedsCode, _tickets.Protect(account.StaffId.ToString(), TimeSpan.FromMinutes(5)));
        await sessions.StartAsync(http, account.StaffId, stop);
        return new SignInAnswer(SignInResult.Done);
    }

    /// <param name="ticket">Of the first step; whatever else it is, it is refused.</param>
    public async Task<SignInAnswer> WithCodeAsync(HttpContext http, string ticket, string code, CancellationToken stop)
    {
        if (Open(ticket) is not { } staff) return new SignInAnswer(SignInResult.Refused);
        var account = await TryAsync(name: null, staff, a =>
            a?.TotpSecret is { } secret && codes.Check(secret, code) is { } step && step > (a.TotpStep ?? 0) ? (true, step) : (false, null), stop);
        if (account is null) return new SignInAnswer(SignInResult.NeedsCode, ticket); // as long as the ticket lasts and the account is not closed
        await sessions.StartAsync(http, staff, stop);
        return new SignInAnswer(SignInResult.Done);
    }

    /// <summary>One counted try; null where it was wrong or the account is closed.</summary>
    async Task<SignInAccount?> TryAsync(string? name, Guid? staff, Func<SignInAccount?, (bool IsRight, long? Step)> check, CancellationToken stop) =>
        await database.RunAsync(place: null, async work =>
        {
            var account = await work.FindAsync<SignInAccount>("Staff/SignIn/LockAccount.sql", new { name, staff, subject = (string?)null, enrolment = Array.Empty<byte>() });
            var isClosed = account?.LockedUntil is { } until && until > time.GetUtcNow().UtcDateTime;
            var (isRight, step) = check(account);
            if (account is null || isClosed) return null;
            await work.ExecuteAsync("Staff/SignIn/CountTry.sql", new { staff = account.StaffId, right = isRight, step });
            return isRight ? account : null;
        }, stop);

    Guid? Open(string ticket)
    {
        try { return Guid.Parse(_tickets.Unprotect(ticket), CultureInfo.InvariantCulture); }
        catch (Exception error) when (error is System.Security.Cryptography.CryptographicException or FormatException) { return null; }
    }
}
