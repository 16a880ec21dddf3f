using System.CommandLine;
using AcikKapi.Domain.Reference;

namespace AcikKapi.Intake.Open311;

/// <summary>open311-key add | disable | list, run by the database's owner.</summary>
public static class KeyCommands
{
    public static Command Build() => new("open311-key", "Keys of programs that file applications through Open311.") { Add(), Disable(), List() };

    static Command Add()
    {
        var name = new Option<string>("--name") { Required = true, Description = "Whose program it is." };
        var channel = new Option<string>("--channel") { DefaultValueFactory = _ => "mobile", Description = "The channel its applications count for." };
        channel.AcceptOnlyFromAmong([.. Vocabulary.Current.Channels.Where(c => !c.StaffOnly).Select(c => c.Code)]);
        var place = new Option<int?>("--place") { Description = "Plate code of the only province it may file in." };
        var perMinute = new Option<int>("--per-minute") { DefaultValueFactory = _ => 600, Description = "The most it may file in a minute." };
        var command = new Command("add", "Prints the new key, once. Example: AcikKapi.Intake open311-key add --name 'Iğdır Cepte' --place 76") { name, channel, place, perMinute };
        command.SetAction((given, stop) => Run.SafelyAsync(settings =>
            AddKey.RunAsync(settings, given.GetRequiredValue(name), given.GetRequiredValue(channel), given.GetValue(place), given.GetRequiredValue(perMinute), stop)));
        return command;
    }

    static Command Disable()
    {
        var id = new Argument<Guid>("id") { Description = "As shown by open311-key list." };
        var command = new Command("disable", "The key is refused from now on. Example: AcikKapi.Intake open311-key disable 0b7c…") { id };
        command.SetAction((given, stop) => Run.SafelyAsync(settings => DisableKey.RunAsync(settings, given.GetRequiredValue(id), stop)));
        return command;
    }

    static Command List()
    {
        var command = new Command("list", "All keys, tab separated, without the secret. Example: AcikKapi.Intake open311-key list");
        command.SetAction((_, stop) => Run.SafelyAsync(settings => ListKeys.RunAsync(settings, stop)));
        return command;
    }
}
