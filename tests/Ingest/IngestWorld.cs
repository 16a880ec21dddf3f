using AcikKapi.Ingest;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Dapper;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Ingest;

/// <summary>A migrated intake database and an empty warehouse folder.</summary>
sealed class IngestWorld : IAsyncDisposable
{
    readonly TestDatabase database;
    readonly NpgsqlDataSource ingest;

    IngestWorld(TestDatabase database)
    {
        this.database = database;
        ingest = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.Ingest) { Pooling = false }.ConnectionString);
        Owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.Owner) { Pooling = false }.ConnectionString);
        Paths = new WarehousePaths(Directory.CreateTempSubdirectory("acikkapi-ingest-").FullName);
    }

    public WarehousePaths Paths { get; }

    public NpgsqlDataSource Owner { get; }

    public static async Task<IngestWorld> CreateAsync() => new(await PostgresServer.CreateDatabaseAsync());

    public Task<StepResult> LoadAsync(DateOnly? asOf = null) =>
        IngestApplications.RunAsync(ingest, Paths, asOf ?? new DateOnly(2026, 10, 31), TestContext.Current.CancellationToken);

    public Task<IReadOnlyList<OrderedBrief>> WaitingBriefsAsync() => BriefOrders.WaitingAsync(ingest, TestContext.Current.CancellationToken);

    public Task FinishBriefAsync(OrderedBrief order, DateOnly asOf, string? problem) => BriefOrders.FinishAsync(ingest, order, asOf, problem, TestContext.Current.CancellationToken);

    public Task<StepResult> WriteBackAsync(WarehousePaths paths, DateOnly asOf) => WriteBack.RunAsync(ingest, paths, asOf, TestContext.Current.CancellationToken);

    /// <summary>As the intake's role of a place sees it: the first column.</summary>
    public async Task<string[]> ReadAsPlaceAsync(int province, string sql)
    {
        await using var app = new NpgsqlConnection(database.App);
        await app.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await app.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await app.ExecuteAsync($"select set_config('app.place', '{province}', true)");
        return [.. await app.QueryAsync<string>(sql)];
    }

    /// <summary>Fourteen nights: each province's whole was compared once.</summary>
    public async Task LoadTwoWeeksAsync()
    {
        for (var night = 0; night < 14; night++) await LoadAsync(new DateOnly(2026, 11, 1).AddDays(night));
    }

    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(database.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await connection.ExecuteAsync(sql);
    }

    /// <summary>An application of Iğdır with its first two events, in the connection's own transaction.</summary>
    public static Task InsertAsync(NpgsqlConnection connection, long id, bool isSealed = false) =>
        connection.ExecuteAsync(EmbeddedSql.Read(typeof(IngestWorld).Assembly, "Ingest/insert_application.sql"), new { id, isSealed });

    public async Task InsertAsync(long id, bool isSealed = false)
    {
        await using var connection = await OpenAsync();
        await InsertAsync(connection, id, isSealed);
    }

    /// <summary>The watermark is the whole server's, other tests' transactions hold it back: until it passed what was written so far.</summary>
    public async Task WaitForWatermarkAsync()
    {
        var written = Assert.Single(await ReadAsync("select pg_snapshot_xmax(pg_current_snapshot())"));
        while ((await ReadAsync($"select pg_snapshot_xmin(pg_current_snapshot()) >= '{written}'::xid8")) is ["false"])
            await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    /// <summary>The first column of the intake database's rows.</summary>
    public async Task<string[]> ReadAsync(string sql)
    {
        await using var connection = await OpenAsync();
        return [.. (await connection.QueryAsync<object>($"select cell::text as cell from ({sql}) as rows (cell)")).Select(row => (string)((IDictionary<string, object>)row)["cell"])];
    }

    public string[] Raw(string sql) => DuckDbRows.Read(Paths.Raw, sql);

    public string[] Ids => Raw("select application_id from raw_applications order by 1");

    public async ValueTask DisposeAsync()
    {
        await ingest.DisposeAsync();
        await Owner.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(Paths.Folder, recursive: true);
    }
}
