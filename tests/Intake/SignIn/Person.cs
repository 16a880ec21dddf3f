using AcikKapi.Intake.Staff;
using AcikKapi.Intake.Staff.SignIn;
using AcikKapi.Tests.Intake.Pages;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace AcikKapi.Tests.Intake.SignIn;

/// <summary>A person of the staff who has enrolled already: name, password and, where the role needs one, the secret of an authenticator app.</summary>
public sealed record Person(Guid StaffId, string Name, byte[]? Secret)
{
    public const string Password = "kirmizi-bisiklet-denizde-yuzer";

    static readonly string PasswordHash = Passwords.Hash(Password); // a tenth of a second, once

    static int _number;

    /// <summary>What the app shows now.</summary>
    public string CodeNow() => new Totp(Secret!).ComputeTotp();

    public static async Task<Person> AddAsync(RunningIntake intake, string role, string? place, string? unit = null)
    {
        var (id, at, name) = (Guid.NewGuid(), StaffPlace.Parse(place), $"kisi.{Interlocked.Increment(ref _number)}");
        var secret = Authorization.NeedsSecondFactor(role) ? TotpCodes.NewSecret() : null;
        await intake.ExecuteAsync("""
            insert into intake.staff (staff_id, role_code, province_code, district_code, unit_code, pseudonym) values (@id, @role, @ProvinceCode, @DistrictCode, @unit, @pseudonym);
            insert into intake.staff_sign_in (staff_id, sign_in_name, full_name, password_hash, totp_secret) values (@id, @name, @fullName, @PasswordHash, @secret)
            """, new
        {
            id, role, at.ProvinceCode, at.DistrictCode, unit, pseudonym = id.ToByteArray(), name, fullName = $"Görevli {name}", PasswordHash,
            secret = secret is null ? null : intake.Services.GetRequiredService<TotpCodes>().Close(secret),
        });
        return new Person(id, name, secret);
    }

    /// <summary>Signs in through the pages.</summary>
    public async Task<PageClient> SignInAsync(RunningIntake intake)
    {
        var client = new PageClient(intake);
        var answer = await client.PostAsync("/giris", ("signInName", Name), ("password", Password));
        if (Secret is not null) answer = await client.PostAsync("/giris/kod", ("bilet", PageClient.Field(answer.Body, "bilet")), ("code", CodeNow()));
        if (answer.Location is null) throw new InvalidOperationException($"{Name} was not let in: {answer.Status}");
        return client;
    }
}
