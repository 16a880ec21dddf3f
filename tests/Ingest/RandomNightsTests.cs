using System.Globalization;
using AcikKapi.Ingest;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using CsCheck;
using Dapper;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Ingest;

/// <summary>P7: whatever was written between the nights, and however long its transactions took, raw holds what one full load would hold.</summary>
public sealed class RandomNightsTests
{
    const int Applications = 12;

    enum Deed { Insert, Correct, AddEvent, Seal, Unseal, Begin, Commit, RollBack, Night }

    static readonly Gen<(Deed Deed, int Id)[]> Histories =
        Gen.Select(Gen.Frequency((4, Gen.Const(Deed.Insert)), (2, Gen.Const(Deed.Correct)), (3, Gen.Const(Deed.AddEvent)), (1, Gen.Const(Deed.Seal)), (1, Gen.Const(Deed.Unseal)),
            (2, Gen.Const(Deed.Begin)), (2, Gen.Const(Deed.Commit)), (1, Gen.Const(Deed.RollBack)), (3, Gen.Const(Deed.Night))), Gen.Int[1, Applications]).Array[20, 40];

    [Fact]
    public async Task AnyHistory_EndsAsOneFullLoad() =>
        await Histories.SampleAsync(async history =>
        {
            await using var world = await IngestWorld.CreateAsync();
            await LiveAsync(world, history);
            await world.LoadAsync();
            var byNights = Everything(world);

            Directory.Delete(world.Paths.Folder, recursive: true);
            await world.LoadAsync();
            Assert.Equal(Everything(world), byNights);
        }, iter: 12, threads: 1);

    /// <summary>Deeds go to one long transaction while it is open, each second one beside it.</summary>
    static async Task LiveAsync(IngestWorld world, (Deed Deed, int Id)[] history)
    {
        await using var slow = await world.OpenAsync();
        await using var quick = await world.OpenAsync();
        NpgsqlTransaction? open = null;
        foreach (var (deed, id) in history)
        {
            if (deed == Deed.Night) await world.LoadAsync();
            else if (deed == Deed.Begin) open ??= await slow.BeginTransactionAsync();
            else if (deed is Deed.Commit or Deed.RollBack)
            {
                if (open is not null) await (deed == Deed.Commit ? open.CommitAsync() : open.RollbackAsync());
                open = null;
            }
            // Odd ones in the long transaction, even ones beside it: they never wait for each other.
            else await DoAsync(open is not null && id % 2 == 1 ? slow : quick, deed, id);
        }
        if (open is not null) await open.CommitAsync();
    }

    static async Task DoAsync(NpgsqlConnection connection, Deed deed, int id)
    {
        var exists = await connection.ExecuteScalarAsync<bool>("select exists (select from intake.applications where application_id = @id)", new { id });
        if (deed == Deed.Insert && !exists) await IngestWorld.InsertAsync(connection, id);
        if (!exists) return;
        await connection.ExecuteAsync(deed switch
        {
            Deed.Correct => "update intake.applications set type_code = case type_code when 'SOS-02' then 'SAG-01' else 'SOS-02' end where application_id = @id",
            Deed.AddEvent => """
                insert into intake.application_events (province_code, application_id, event_no, event_code, at)
                select 76, @id, max(event_no) + 1, 'rerouted', now() from intake.application_events where application_id = @id
                """,
            Deed.Seal => "update intake.applications set sealed = true, scrubbed_text = null where application_id = @id",
            Deed.Unseal => "update intake.applications set sealed = false, scrubbed_text = 'Örnek metin' where application_id = @id and sealed",
            _ => "select 1",
        }, new { id });
    }

    static string[] Everything(IngestWorld world) =>
        [.. ((string[])["raw_applications", "raw_events", "raw_sealed"]).SelectMany(table =>
            world.Raw($"select '{table}' as t, columns(*)::varchar from {table} order by all").Prepend(string.Create(CultureInfo.InvariantCulture, $"{table}:")))];
}
