using AcikKapi.Intake.Postgres;
using Npgsql;

namespace AcikKapi.Intake.Notifications;

/// <summary>The way to the messages of all provinces, as the role acikkapi_relay, which sees little else.</summary>
public sealed class RelayDatabase(IntakeSettings settings) : IAsyncDisposable
{
    readonly NpgsqlDataSource source = IntakeDatabase.Open(new NpgsqlConnectionStringBuilder(settings.Connection)
    {
        Username = "acikkapi_relay", Password = new KeyFolder(settings.Keys).Read(KeyFolder.RelayPassword),
    }.ConnectionString, most: 5);

    public Task<T> RunAsync<T>(Func<PlaceWork, Task<T>> work, CancellationToken stop) => new PlaceTransaction(source).RunAsync(place: null, work, stop);

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
