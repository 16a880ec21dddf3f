using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AcikKapi.Domain;
using Npgsql;

namespace AcikKapi.Cli.Servers;

/// <summary>
/// A PostgreSQL server of the home's own: UTF-8, Turkish collation by ICU, 127.0.0.1 only, passwords in the keys folder.
/// PostgreSQL does not run as root: called by root, the server runs as the Debian package's user `postgres`.
/// </summary>
sealed class PrivatePostgres(Home home)
{
    const string Superuser = "acikkapi", Database = "acikkapi", ServiceUser = "postgres";

    static readonly bool IsRoot = Environment.UserName == "root";

    // A home under /root cannot be entered by another user: then the cluster stands in /var/lib, and a link in the home says so.
    string Cluster => IsRoot && !CanServiceUserEnter(home.Folder) ? Path.Combine("/var/lib/acikkapi", HomeId()) : home.Postgres;

    string Data => Path.Combine(Cluster, "data");

    public string ConnectionString(int port) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = Superuser,
        Password = File.ReadAllText(PasswordFile).Trim(),
        Database = Database,
    }.ConnectionString;

    string PasswordFile => Path.Combine(home.Keys, "owner.password");

    /// <returns>The port it listens on.</returns>
    public async Task<int> StartAsync(CancellationToken cancel)
    {
        if (await IsRunningAsync(cancel)) return PortOf(await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid"), cancel));
        if (!File.Exists(Path.Combine(Data, "PG_VERSION"))) await CreateClusterAsync(cancel);

        var port = Ports.Free();
        var options = string.Create(CultureInfo.InvariantCulture,
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections={home.MostConnections} -c shared_buffers=512MB -c max_wal_size=4GB -c checkpoint_timeout=15min -c wal_compression=on -c jit=off -c log_min_error_statement=panic -c log_statement=none");
        await RunAsync("pg_ctl", ["start", "-w", "-t", "60", "-D", Data, "-l", Path.Combine(Cluster, "server.log"), "-o", options], cancel);
        await CreateDatabaseAsync(port, cancel);
        return port;
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        if (await IsRunningAsync(cancel)) await RunAsync("pg_ctl", ["stop", "-w", "-m", "fast", "-D", Data], cancel);
    }

    /// <summary>Removes the whole cluster; only a demo that stopped half-way does this.</summary>
    public async Task RemoveAsync(CancellationToken cancel)
    {
        await StopAsync(cancel);
        if (Directory.Exists(Cluster)) Directory.Delete(Cluster, recursive: true);
    }

    public async Task<bool> IsRunningAsync(CancellationToken cancel) =>
        Directory.Exists(Data) && (await AsServiceUserAsync("pg_ctl", ["status", "-D", Data], cancel)).ExitCode == 0;

    async Task CreateClusterAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(home.Folder);
        CreateKeys();
        Directory.CreateDirectory(Cluster, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Cluster != home.Postgres && !Path.Exists(home.Postgres)) Directory.CreateSymbolicLink(home.Postgres, Cluster);

        // initdb reads the password as the service user, from a file that only that user can open.
        var password = Path.Combine(Cluster, "initial.password");
        File.Copy(PasswordFile, password, overwrite: true);
        if (IsRoot) await Shell.RunAsync("chown", ["-R", $"{ServiceUser}:", Cluster], cancel: cancel);
        await RunAsync("initdb", ["-D", Data, "-U", Superuser, $"--pwfile={password}", "--auth=scram-sha-256", "--encoding=UTF8",
            "--locale-provider=icu", "--icu-locale=tr-TR", "--locale=C.UTF-8", "--data-checksums"], cancel);
        File.Delete(password);
    }

    void CreateKeys()
    {
        Directory.CreateDirectory(home.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (File.Exists(PasswordFile)) return;
        File.WriteAllText(PasswordFile, Convert.ToHexString(RandomNumberGenerator.GetBytes(24)));
        File.SetUnixFileMode(PasswordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    async Task CreateDatabaseAsync(int port, CancellationToken cancel)
    {
        var server = new NpgsqlConnectionStringBuilder(ConnectionString(port)) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var exists = new NpgsqlCommand($"select 1 from pg_database where datname = '{Database}'", connection);
        if (await exists.ExecuteScalarAsync(cancel) is not null) return;
        await using var create = new NpgsqlCommand($"create database {Database}", connection);
        await create.ExecuteNonQueryAsync(cancel);
    }

    async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var (exitCode, output) = await AsServiceUserAsync(program, arguments, cancel);
        if (exitCode != 0) throw new UserError($"PostgreSQL's {program} failed: {output.Trim()} Its log is {Path.Combine(Cluster, "server.log")}.");
    }

    // Output goes to a file by pg_ctl -l; what pg_ctl itself prints is short.
    static Task<(int ExitCode, string Output)> AsServiceUserAsync(string program, IEnumerable<string> arguments, CancellationToken cancel) =>
        IsRoot
            ? Shell.RunAsync("runuser", ["-u", ServiceUser, "--", Binary(program), .. arguments], cancel: cancel)
            : Shell.RunAsync(Binary(program), arguments, cancel: cancel);

    // Debian keeps the server's programs out of PATH, one folder a version: the newest.
    static string Binary(string program) =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin", program))
                .FirstOrDefault(File.Exists) ?? program
            : program;

    static int PortOf(string[] postmasterPid) => int.Parse(postmasterPid[3], CultureInfo.InvariantCulture);

    static bool CanServiceUserEnter(string folder)
    {
        for (var parent = folder; parent is not null; parent = Path.GetDirectoryName(parent))
            if (Directory.Exists(parent) && !File.GetUnixFileMode(parent).HasFlag(UnixFileMode.OtherExecute))
                return false;
        return true;
    }

    string HomeId() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home.Folder)))[..16];
}
