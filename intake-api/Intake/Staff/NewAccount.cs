using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff.SignIn;

namespace AcikKapi.Intake.Staff;

/// <summary>An account to be made: a program's, with a token, or a person's, who signs in.</summary>
/// <param name="SignInName">Null: a program's.</param>
/// <param name="ExternalSubject">Of a person known to the OpenID Connect provider; null: a local account.</param>
public sealed record NewAccount(string Role, int? Province, int? District, string? Unit, string? SignInName, string? FullName, string? ExternalSubject)
{
    /// <summary>Writes it in the caller's transaction.</summary>
    /// <returns>What is shown once: a program's token, a person's enrolment code; empty where the provider knows them.</returns>
    public async Task<(Guid Id, string Secret)> WriteAsync(PlaceWork work, Pseudonymizer pseudonyms, TimeProvider time)
    {
        var (id, token) = (Guid.NewGuid(), SignInName is null ? StaffToken.Create() : null);
        await work.ExecuteAsync(token is null ? "Staff/AddPerson.sql" : "Staff/AddStaff.sql", new
        {
            id, role = Role, province = Province, district = District, unit = Unit, pseudonym = pseudonyms.Of(id.ToString()), hash = token is null ? null : StaffToken.Hash(token),
        });
        if (token is not null) return (id, token);
        var code = ExternalSubject is null ? EnrolmentCode.Create() : "";
        await work.ExecuteAsync("Staff/SignIn/AddSignIn.sql", new
        {
            id, name = SignInName, fullName = FullName, subject = ExternalSubject,
            enrolment = code.Length == 0 ? null : EnrolmentCode.Hash(code), until = code.Length == 0 ? (DateTime?)null : time.GetUtcNow().UtcDateTime + EnrolmentCode.Valid,
        });
        return (id, code);
    }

    /// <summary>a-z, digits, point, hyphen, underscore; 3 to 60: as it is typed.</summary>
    public static bool IsName(string name) =>
        name.Length is >= 3 and <= 60 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_');
}
