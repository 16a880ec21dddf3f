using System.Globalization;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Open311;

/// <summary>Keys on stdout, one a line: id, name, channel, place, limit, created, disabled.</summary>
public static class ListKeys
{
    sealed record Row(Guid KeyId, string Name, string ChannelCode, short? ProvinceCode, int PerMinute, DateTime CreatedAt, DateTime? DisabledAt);

    public static async Task RunAsync(IntakeSettings settings, CancellationToken stop)
    {
        await using var owner = IntakeDatabase.Open(settings.Connection);
        foreach (var k in await new PlaceTransaction(owner).RunAsync(place: null, work => work.ListAsync<Row>("Open311/ListKeys.sql", new { }), stop))
            Console.WriteLine(string.Join('\t', k.KeyId, k.Name, k.ChannelCode, k.ProvinceCode?.ToString(CultureInfo.InvariantCulture) ?? "-",
                k.PerMinute.ToString(CultureInfo.InvariantCulture), Time(k.CreatedAt), Time(k.DisabledAt)));
    }

    static string Time(DateTime? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-";
}
