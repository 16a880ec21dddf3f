namespace AcikKapi.Simulator.World;

/// <summary>Ways in. Published: 96 % digital at the presidency's system (2025), 82 % at Karabük's bureau with 17 % face to face (2024).</summary>
static class ChannelMix
{
    static readonly (string Channel, double Share)[] Usual =
        [("web", .44), ("mobile", .22), ("desk_oral", .14), ("desk_written", .09), ("call_center", .09), ("kiosk", .02)];

    public static Weighted<string> Of(Dice dice) => new(Usual.Select(u => (u.Channel, dice.Gamma(40 * u.Share))));

    public static bool IsManned(string channel) => channel is "desk_oral" or "desk_written" or "call_center";
}
