using System.CommandLine;
using AcikKapi.Domain.Reference;

namespace AcikKapi.Intake.Staff;

/// <summary>staff add | disable | list, run by the database's owner.</summary>
public static class StaffCommands
{
    public static Command Build() => new("staff", "Staff accounts: role, place, unit.") { Add(), Disable(), List() };

    static Command Add()
    {
        var role = new Option<string>("--role") { Required = true, Description = "What they do." };
        role.AcceptOnlyFromAmong([.. Vocabulary.Current.StaffRoles.Codes]);
        var place = new Option<string?>("--place") { Description = "Plate code, or plate code and district: 76, 76-1692. None for the ministry." };
        var unit = new Option<string?>("--unit") { Description = "Code of the unit, for a liaison officer." };
        var command = new Command("add", "Prints the new account's token, once. Example: AcikKapi.Intake staff add --role desk --place 76") { role, place, unit };
        command.SetAction((given, stop) => Run.SafelyAsync(settings =>
            AddStaff.RunAsync(settings, given.GetRequiredValue(role), StaffPlace.Parse(given.GetValue(place)), given.GetValue(unit), stop)));
        return command;
    }

    static Command Disable()
    {
        var id = new Argument<Guid>("id") { Description = "As shown by staff list." };
        var command = new Command("disable", "The account's token is refused from now on. Example: AcikKapi.Intake staff disable 0b7c…") { id };
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
