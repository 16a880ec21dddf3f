using System.Text.Json;
using AcikKapi.Intake.Postgres;
using Microsoft.AspNetCore.DataProtection;

namespace AcikKapi.Intake.Staff.SignIn;

/// <param name="Why">Why not, in Turkish; null where it went well.</param>
/// <param name="Ticket">Of the second step, an authenticator app: to be shown again with its first code.</param>
public sealed record EnrolAnswer(string? Why, string? Ticket = null, string? SignInName = null, byte[]? Secret = null)
{
    public bool IsDone => Why is null && Ticket is null;
}

/// <summary>
/// A named person takes the account over: the code they were given, a password of their own, and for the roles that see much an authenticator
/// app. Nobody else ever knows the password. Earlier sessions end.
/// </summary>
public sealed class EnrolStaff(PlaceTransaction database, TotpCodes codes, IDataProtectionProvider protection)
{
    const string NoSuchCode = "Kullanıcı adı ya da kayıt kodu geçerli değil. Kodun süresi yedi gündür; yenisini sizi görevlendirenden isteyin.";

    sealed record Pending(Guid Staff, byte[] Enrolment, string PasswordHash, byte[] Secret);

    readonly ITimeLimitedDataProtector _tickets = protection.CreateProtector("enrolment").ToTimeLimitedDataProtector();

    public async Task<EnrolAnswer> BeginAsync(string name, string code, string password, CancellationToken stop)
    {
        var enrolment = EnrolmentCode.Hash(code);
        var account = await database.RunAsync(place: null, work => work.FindAsync<SignInAccount>("Staff/SignIn/LockAccount.sql", new { name, staff = (Guid?)null, subject = (string?)null, enrolment }), stop);
        if (account is not { IsEnrolling: true }) return new EnrolAnswer(NoSuchCode);
        if (Passwords.WhyNot(password, name, account.FullName) is { } weak) return new EnrolAnswer(weak);
        var pending = new Pending(account.StaffId, enrolment, Passwords.Hash(password), TotpCodes.NewSecret());
        if (Authorization.NeedsSecondFactor(account.RoleCode)) return Asked(pending, account.SignInName, why: null);
        return await WriteAsync(pending, secret: null, step: null, stop) ? new EnrolAnswer(null) : new EnrolAnswer(NoSuchCode);
    }

    public async Task<EnrolAnswer> FinishAsync(string ticket, string name, string code, CancellationToken stop)
    {
        if (Open(ticket) is not { } pending) return new EnrolAnswer("Bu adımın süresi doldu. Kaydı baştan yapın.");
        if (codes.CheckPlain(pending.Secret, code) is not { } step) return Asked(pending, name, "Kod doğru değil. Uygulamanın gösterdiği son kodu yazın; telefonunuzun saati doğru olmalı.");
        return await WriteAsync(pending, codes.Close(pending.Secret), step, stop) ? new EnrolAnswer(null) : new EnrolAnswer(NoSuchCode);
    }

    EnrolAnswer Asked(Pending pending, string name, string? why) =>
        new(why, _tickets.Protect(JsonSerializer.Serialize(pending), TimeSpan.FromMinutes(20)), name, pending.Secret);

    async Task<bool> WriteAsync(Pending pending, byte[]? secret, long? step, CancellationToken stop) => await database.RunAsync(place: null, async work =>
    {
        var written = await work.ExecuteAsync("Staff/SignIn/Enrol.sql", new { staff = pending.Staff, enrolment = pending.Enrolment, passwordHash = pending.PasswordHash, secret, step });
        if (written > 0) await work.ExecuteAsync("Staff/SignIn/EndSessionsOf.sql", new { staff = pending.Staff });
        return written > 0;
    }, stop);

    Pending? Open(string ticket)
    {
        try { return JsonSerializer.Deserialize<Pending>(_tickets.Unprotect(ticket)); }
        catch (Exception error) when (error is System.Security.Cryptography.CryptographicException or FormatException) { return null; }
    }
}
