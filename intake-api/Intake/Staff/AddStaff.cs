using AcikKapi.Domain;
using AcikKapi.Intake.Postgres;
using Npgsql;

namespace AcikKapi.Intake.Staff;

/// <summary>A new account; its token, or its person's enrolment code, goes to stdout and is nowhere else.</summary>
public static class AddStaff
{
    public static async Task RunAsync(IntakeSettings settings, NewAccount account, CancellationToken stop)
    {
        if (account.Province is null && account.Role != "ministry") throw new UserError($"A {account.Role} account needs --place.");
        if (account.Unit is null && account.Role == "liaison") throw new UserError("A liaison account needs --unit.");
        if (account.SignInName is null != account.FullName is null) throw new UserError("A person's account needs both --sign-in and --full-name.");
        if (account.SignInName is { } name && !NewAccount.IsName(name)) throw new UserError("--sign-in takes 3 to 60 of a-z, digits, point, hyphen and underscore.");
        if (account.ExternalSubject is not null && account.SignInName is null) throw new UserError("--external needs --sign-in and --full-name.");

        await using var owner = IntakeDatabase.Open(settings.Connection);
        try
        {
            var (_, secret) = await new PlaceTransaction(owner).RunAsync(place: null, work => account.WriteAsync(work, new KeyFolder(settings.Keys).Pseudonymizer(), TimeProvider.System), stop);
            Console.WriteLine(secret.Length > 0 ? secret : "The provider signs them in.");
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new UserError($"There is no unit '{account.Unit}'.", error);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new UserError($"There is an account with the sign-in name '{account.SignInName}' or that external subject already.", error);
        }
    }
}
