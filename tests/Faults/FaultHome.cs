using System.Diagnostics;
using System.Globalization;
using AcikKapi.Cli;
using AcikKapi.Cli.Servers;
using AcikKapi.Tests.Intake;
using AcikKapi.Tests.Support;
using Dapper;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Faults;

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FaultCollection
{
    public const string Name = "Faults: one at a time, and nothing beside them";
}

/// <summary>A whole installation as it is shipped (durability included), whose servers are killed with SIGKILL and started again.</summary>
sealed class FaultHome : IAsyncDisposable
{
    readonly string _folder;
    bool _ownsFolder;
    readonly Home _home;
    readonly Installation _installation;
    string _serverOptions = "";

    FaultHome(string folder)
    {
        _folder = folder;
        File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.OtherExecute); // PostgreSQL's user enters
        _home = new Home(Path.Combine(_folder, "demo")); // a demo home: no rate limit, no quiet hours
        _installation = new Installation(_home);
    }

    /// <param name="folder">Of a small disk; null: an ordinary one.</param>
    public static async Task<FaultHome> StartAsync(string? folder = null)
    {
        var home = new FaultHome(folder ?? Directory.CreateTempSubdirectory("acikkapi-faults-").FullName) { _ownsFolder = folder is null };
        await home._installation.StartAsync(CancellationToken.None, withWorkbench: false);
        var opts = await File.ReadAllTextAsync(Path.Combine(home.Data, "postmaster.opts"));
        home._serverOptions = string.Join(' ', opts.Trim().Split(' ').Skip(1).SkipWhile(o => o.Contains("-D", StringComparison.Ordinal) || o.Contains(home.Data, StringComparison.Ordinal)).Select(o => o.Trim('"')));
        return home;
    }

    public Uri Intake => _installation.Intake;

    public string Folder => _home.Folder;

    public string Owner => _installation.Owner;

    /// <summary>A command of the true program in this home.</summary>
    public Task<ProgramResult> RunAsync(params string[] arguments) =>
        Programs.RunAsync("AcikKapi.Cli", arguments, new() { ["ACIKKAPI_HOME"] = _home.Folder });

    public string Data => Path.Combine(_home.Postgres, "data");

    public async Task<T?> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var owner = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_installation.Owner) { Pooling = false }.ConnectionString);
        return await owner.ExecuteScalarAsync<T>(sql, parameters, commandTimeout: 300);
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql)
    {
        await using var owner = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_installation.Owner) { Pooling = false }.ConnectionString);
        return (await owner.QueryAsync<T>(sql, commandTimeout: 300)).AsList();
    }

    public async Task KillIntakeAsync()
    {
        Kill(_installation.State.IntakePid);
        while (_installation.IsIntakeRunning) await Task.Delay(10);
        await _installation.StartAsync(CancellationToken.None, withWorkbench: false);
    }

    public async Task KillPostgresAsync()
    {
        CrashPostgres();
        await StartPostgresAsync();
    }

    /// <summary>The postmaster and its children at once: a crash of the whole server's processes, not a loss of power.</summary>
    public void CrashPostgres()
    {
        var postmaster = int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        Signal(postmaster, "STOP"); // so that it has no more children
        int[] all = [.. Children(postmaster), postmaster];
        foreach (var pid in all) Kill(pid);
        while (all.Any(IsAlive)) Thread.Sleep(1);
        // Where nobody collects dead processes, the next server would take this one's number for a living one.
        File.Delete(Path.Combine(Data, "postmaster.pid"));
    }

    public bool IsPostgresRunning =>
        File.Exists(Path.Combine(Data, "postmaster.pid")) && IsAlive(int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture));

    /// <summary>On the port it had, so that the intake finds it again by itself.</summary>
    public async Task StartPostgresAsync()
    {
        var program = Directory.GetDirectories("/usr/lib/postgresql").Order().Last() + "/bin/pg_ctl";
        string[] arguments = ["start", "-w", "-t", "60", "-D", Data, "-l", Path.Combine(_home.Postgres, "server.log"), "-o", _serverOptions];
        var (exitCode, output) = Environment.UserName == "root"
            ? await Shell.RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments])
            : await Shell.RunAsync(program, arguments);
        Assert.True(exitCode == 0, $"{_serverOptions}\n{output}\n{string.Join('\n', File.ReadLines(Path.Combine(_home.Postgres, "server.log")).TakeLast(8))}");
    }

    /// <summary>Restarts the intake, for settings of its role to take effect.</summary>
    public Task RestartIntakeAsync() => KillIntakeAsync();

    /// <summary>What P2 promises never to exist: half an application.</summary>
    public async Task<string> HalvesAsync() => (await ScalarAsync<string>("""
        select concat_ws(', ',
          (select count(*) from intake.applications a where not exists (select from intake.application_events e where (e.province_code, e.application_id, e.event_no) = (a.province_code, a.application_id, 1))) || ' without event',
          (select count(*) from intake.applications a where notify and not exists (select from intake.messages m where (m.province_code, m.application_id, m.event_no) = (a.province_code, a.application_id, 1))) || ' without SMS',
          (select count(*) from intake.applications a where kind_code <> 'tip_off' and not exists (select from intake.applicants p where (p.province_code, p.application_id) = (a.province_code, a.application_id))) || ' without applicant',
          (select abs((select count(*) from intake.applications) - (select count(*) from intake.idempotency_keys))) || ' without key')
        """))!;

    public const string NoHalves = "0 without event, 0 without SMS, 0 without applicant, 0 without key";

    static void Signal(int pid, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", pid.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    // A zombie holds nothing any more.
    static bool IsAlive(int pid)
    {
        try { return File.ReadAllText($"/proc/{pid}/stat").Split(") ").Last()[0] != 'Z'; }
        catch (IOException) { return false; }
    }

    static void Kill(int pid)
    {
        try { using var process = Process.GetProcessById(pid); process.Kill(); }
        catch (ArgumentException) { } // gone already
    }

    static List<int> Children(int parent) =>
        [.. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Where(pid => ParentOf(pid) == parent)];

    static int ParentOf(int pid)
    {
        try { return int.Parse(File.ReadAllText($"/proc/{pid}/stat").Split(") ").Last().Split(' ')[1], CultureInfo.InvariantCulture); }
        catch (IOException) { return 0; }
    }

    public async ValueTask DisposeAsync()
    {
        await _installation.StopAsync(CancellationToken.None);
        Directory.Delete(_ownsFolder ? _folder : _home.Folder, recursive: true); // a small disk is taken away by whoever mounted it
    }
}

/// <summary>Citizens who do not give up: each repeats its submission, key and body the same, until it is acknowledged.</summary>
sealed class StubbornCitizens(FaultHome home, int clients)
{
    readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, string> _acks = new();
    long _tries;

    public IReadOnlyDictionary<Guid, string> Acks => _acks;
    public long Tries => Interlocked.Read(ref _tries);

    public Task UntilAsync(int acks) => Task.WhenAll(Enumerable.Range(0, clients).Select(_ => SubmitAsync(acks)));

    async Task SubmitAsync(int acks)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        while (_acks.Count < acks)
        {
            var (key, body) = (Guid.NewGuid(), Bodies.Valid().ToJsonString());
            while (!await TryAsync(http, key, body)) await Task.Delay(20);
        }
    }

    async Task<bool> TryAsync(HttpClient http, Guid key, string body)
    {
        Interlocked.Increment(ref _tries);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(home.Intake, "v1/applications")) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
            request.Headers.Add("Idempotency-Key", key.ToString());
            using var response = await http.SendAsync(request);
            if (response.StatusCode != System.Net.HttpStatusCode.Created) return false;
            _acks[key] = (string)System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["trackingNumber"]!;
            return true;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            return false; // killed meanwhile
        }
    }

    /// <summary>Acknowledged numbers without a row, and rows beyond one a key.</summary>
    public async Task<(int Lost, int Doubled)> CompareAsync()
    {
        var rows = (await home.ListAsync<string>("select tracking_number from intake.applications")).ToHashSet(StringComparer.Ordinal);
        var kept = await home.ScalarAsync<int>("select count(*)::int from intake.applications");
        var keys = await home.ScalarAsync<int>("select count(distinct idempotency_key)::int from intake.idempotency_keys");
        return (_acks.Values.Count(number => !rows.Contains(number)), kept - keys);
    }
}
