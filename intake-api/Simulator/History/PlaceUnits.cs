using AcikKapi.Simulator.Story;
using Npgsql;
using NpgsqlTypes;

namespace AcikKapi.Simulator.History;

/// <summary>The story's units and district bureaus into their tables.</summary>
static class PlaceUnits
{
    public static async Task RunAsync(NpgsqlConnection owner, Cast cast, CancellationToken stop)
    {
        var units = cast.Provinces.SelectMany(p => p.Units).ToList();
        await using var command = Sql.Command("History/PlaceUnits.sql", owner);
        command.Parameters.AddWithValue("unitCodes", units.Select(u => u.Code).ToArray());
        command.Parameters.AddWithValue("unitNames", units.Select(u => u.Name).ToArray());
        command.Parameters.AddWithValue("institutions", units.Select(u => u.Institution).ToArray());
        command.Parameters.AddWithValue("kinds", units.Select(u => u.KindCode).ToArray());
        command.Parameters.AddWithValue("unitProvinces", units.Select(u => (short)u.Province).ToArray());
        command.Parameters.AddWithValue("unitDistricts", NpgsqlDbType.Array | NpgsqlDbType.Integer, units.Select(u => u.District).ToArray());
        command.Parameters.AddWithValue("bureauCodes", cast.Bureaus.Select(b => b.Code).ToArray());
        command.Parameters.AddWithValue("bureauNames", cast.Bureaus.Select(b => b.Name).ToArray());
        command.Parameters.AddWithValue("bureauProvinces", cast.Bureaus.Select(b => (short)b.Province).ToArray());
        command.Parameters.AddWithValue("bureauDistricts", cast.Bureaus.Select(b => b.District).ToArray());
        command.Parameters.AddWithValue("openedOn", cast.Bureaus.Select(b => b.OpenedOn).ToArray());
        await command.ExecuteNonQueryAsync(stop);
    }
}
