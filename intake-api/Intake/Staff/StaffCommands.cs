using System.CommandLine;
using AcikKapi.Domain.Reference;

namespace AcikKapi.Intake.Staff;

/// <summary>staff add | enrol | disable | list, run by the database's owner.</summary>
public static class StaffCommands
{
    public static Command Build() => new("staff", "Staff accounts: role, place, unit.") { Add(), Enrol(), Disable(), List() };

    static Command Add()
    {
        var role = new Option<string>("--role") { Required = true, Description = "What they do." };
        role.AcceptOnlyFromAmong([.. Vocabulary.Current.StaffRoles.Codes]);
        var place = new Option<string?>("--place") { Description = "Plate code, or plate code and district: 76, 76-1692. None for the ministry." };
        var unit = new Option<string?>("--unit") { Description = "Code of the unit, for a liaison officer." };
        var name = new Option<string?>("--sign-in") { Description = "A person's account: the name they sign in with. Prints an enrolment code, valid a week, instead of a token." };
        var fullName = new Option<string?>("--full-name") { Description = "The person's name, for the colleagues of the own place." };
        var external = new Option<string?>("--external") { Description = "The person's subject at the OpenID Connect provider, who signs them in instead of a password." };
        var command = new Command("add", "Prints the new account's token, once; with --sign-in the person's enrolment code.\nExample: AcikKapi.Intake staff add --role desk --place 76 --sign-in ayse.demir --full-name 'Ayşe Demir'") { role, place, unit, name, fullName, external };
        command.SetAction((given, stop) => Run.SafelyAsync(settings =>
        {
            var at = StaffPlace.Parse(given.GetValue(place));
            return AddStaff.RunAsync(settings, new NewAccount(given.GetRequiredValue(role), at.ProvinceCode, at.DistrictCode, given.GetValue(unit), given.GetValue(name), given.GetValue(fullName), given.GetValue(external)), stop);
        }));
        return command;
    }

    static Command Enrol()
    {
        var name = new Argument<string>("name") { Description = "Sign-in name or id, as shown by staff list." };
        var command = new Command("enrol", "Prints a new enrolment code for a person; password, authenticator app and sessions end.\nExample: AcikKapi.Intake staff enrol ayse.demir") { name };
        command.SetAction((given, stop) => Run.SafelyAsync(settings => EnrolAgain.RunAsync(settings, given.GetRequiredValue(name), stop)));
        return command;
    }

    static Command Disable()
    {
        var id = new Argument<Guid>("id") { Description = "As shown by staff list." };
        var command = new Command("disable", "The account's token, password and sessions are refused from now on. Example: AcikKapi.Intake staff disable 0b7c…") { id };
        command.SetAction((given, stop) => Run.SafelyAsync(settings => DisableStaff.RunAsync(settings, given.GetRequiredValue(id), stop)));
        return command;
    }

    static Command List()
    {
        var command = new Command("list", "All accounts, tab separated, without their tokens. Example: AcikKapi.Intake staff list");
        command.SetAction((_, stop) => Run.SafelyAsync(settings => ListStaff.RunAsync(settings, stop)));
        return command;
    }
}
