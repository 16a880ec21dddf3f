using AcikKapi.Domain;
using Npgsql;

namespace AcikKapi.Cli.Servers;

/// <summary>The servers of one home: its PostgreSQL (or the one ConnectionStrings__Intake names), its intake and its workbench.</summary>
sealed class Installation(Home home)
{
    // A demo, the tests and the bench never write to a server that may hold real applications.
    readonly string? ownServer = home == Home.Default && !home.IsDemo ? Environment.GetEnvironmentVariable("ConnectionStrings__Intake") : null;

    readonly PrivatePostgres postgres = new(home);
    readonly IntakeServer intake = new(home);
    readonly WorkbenchServer workbench = new(home);

    // A gateway of one's own is named by its address; then none is started here.
    static readonly string? OwnGateway = Environment.GetEnvironmentVariable("ACIKKAPI_SMS_URL");

    Kannel Gateway => new(home.Sms, home.Logs, File.ReadAllText(Path.Combine(home.Keys, "sms.password")).Trim());

    public Home Home => home;

    public ServerState State => ServerState.Read(home);

    /// <summary>The database owner's connection string: migrations, staff, simulation.</summary>
    public string Owner => ownServer ?? (State.PostgresPort > 0
        ? postgres.ConnectionString(State.PostgresPort)
        : throw new UserError("No database is running in this home. Start it with ./acikkapi up."));

    public Uri Intake => new($"http://127.0.0.1:{State.IntakePort}/");

    public NpgsqlDataSource OpenAsOwner() => NpgsqlDataSource.Create(Owner);

    /// <summary>A role that reads neither identity nor plain text.</summary>
    /// <summary>With a buffer as large as what PostgreSQL sends at once: 8 kB, as it is by itself, costs a call each.</summary>
    public NpgsqlDataSource OpenForIngest() => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(IngestConnection) { ReadBufferSize = 256 * 1024 });

    public string IngestConnection => Role("acikkapi_ingest", "ingest");

    /// <summary>Starts PostgreSQL and brings its schema up to date; harmless when it runs already.</summary>
    public async Task StartDatabaseAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(home.Logs);
        if (ownServer is null) (State with { PostgresPort = await postgres.StartAsync(cancel) }).Write(home);
        await intake.RunProgramAsync(["migrate"], Owner, cancel);
    }

    /// <param name="withGateway">Without one, messages wait.</param>
    /// <param name="withWorkbench">Whether analysts' pages are wanted too.</param>
    public async Task StartAsync(CancellationToken cancel, bool withGateway = true, bool withWorkbench = true)
    {
        await StartDatabaseAsync(cancel);
        await intake.StartAsync(Role("acikkapi_app", "app"), !withGateway ? null : OwnGateway ?? await StartGatewayAsync(cancel), withWorkbench ? workbench.ChooseAddress() : null, cancel);
        if (withWorkbench) await workbench.StartAsync(Intake, cancel);
    }

    /// <returns>Null where Kannel is not installed: messages wait.</returns>
    async Task<string?> StartGatewayAsync(CancellationToken cancel)
    {
        if (Kannel.IsInstalled)
        {
            await Gateway.StartAsync(cancel);
            return Gateway.Address.ToString();
        }
        Log.Info("Kannel is not installed, so no SMS is sent; messages wait. Install it with: apt-get install kannel kannel-extras");
        return null;
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        await workbench.StopAsync(cancel);
        await intake.StopAsync(cancel);
        if (Directory.Exists(home.Sms)) await Gateway.StopAsync(cancel);
        await postgres.StopAsync(cancel);
        if (File.Exists(home.Servers)) File.Delete(home.Servers);
    }

    /// <summary>Stops everything and removes the database and what was made of it.</summary>
    public async Task RemoveDataAsync(CancellationToken cancel)
    {
        await StopAsync(cancel);
        await postgres.RemoveAsync(cancel);
        foreach (var folder in new[] { home.Warehouse.Folder, home.WorkbenchCuts, home.Out, home.Sms })
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    public Task<bool> IsDatabaseRunningAsync(CancellationToken cancel) =>
        ownServer is null ? postgres.IsRunningAsync(cancel) : Task.FromResult(true);

    public bool IsIntakeRunning => intake.IsRunning;

    public bool IsWorkbenchRunning => workbench.IsRunning;

    public Uri Workbench => WorkbenchServer.Address(State.WorkbenchPort);

    /// <summary>Where the home's own SMS gateway takes messages; null where it does not run.</summary>
    public Uri? SmsGateway => Directory.Exists(home.Sms) && Gateway.IsRunning ? Gateway.Address : null;

    public IReadOnlyList<int> SmsPids => Directory.Exists(home.Sms) ? Gateway.Pids : [];

    /// <summary>A command of the Intake program with the owner's rights (staff add …); what it prints.</summary>
    public Task<string> RunIntakeProgramAsync(IEnumerable<string> arguments, CancellationToken cancel) =>
        intake.RunProgramAsync(arguments, Owner, cancel);

    string Role(string role, string passwordFile) => new NpgsqlConnectionStringBuilder(Owner)
    {
        Username = role,
        Password = File.ReadAllText(Path.Combine(home.Keys, $"{passwordFile}.password")).Trim(),
    }.ConnectionString;
}
