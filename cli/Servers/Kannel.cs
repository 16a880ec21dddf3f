using System.Globalization;
using System.Net.Sockets;
using AcikKapi.Domain;

namespace AcikKapi.Cli.Servers;

/// <summary>
/// The SMS gateway of a home: Kannel's bearerbox and smsbox, and in place of an operator its fake SMSC, all on 127.0.0.1.
/// Real operators: deploy/kannel.conf.
/// </summary>
/// <param name="folder">Configuration, spool and pids; 0700.</param>
/// <param name="received">Where the fake SMSC writes what it got, phone numbers and texts included: tests only, otherwise nowhere.</param>
sealed class Kannel(string folder, string logs, string password, string received = "/dev/null")
{
    public const string User = "acikkapi";

    const string FakeSmsc = "/usr/lib/kannel/test/fakesmsc";

    static readonly string[] Programs = ["smsc", "smsbox", "bearerbox"]; // in the order in which they stop

    string Configuration => Path.Combine(folder, "kannel.conf");

    public static bool IsInstalled => File.Exists("/usr/sbin/bearerbox") && File.Exists(FakeSmsc);

    public bool IsRunning => Programs.All(IsAlive);

    public IReadOnlyList<int> Pids => [.. Programs.Select(Pid).Where(pid => pid > 0)];

    /// <summary>The address at which smsbox takes messages.</summary>
    public Uri Address => new($"http://127.0.0.1:{PortOf("sendsms-port")}/cgi-bin/sendsms");

    /// <summary>Starts what does not run; what is spooled is sent on.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        if (IsRunning) return;
        if (!Programs.Any(IsAlive)) Configure();
        foreach (var program in Programs.Reverse()) await StartAsync(program, cancel);
    }

    /// <param name="program">bearerbox, smsbox or smsc.</param>
    public async Task StartAsync(string program, CancellationToken cancel)
    {
        if (IsAlive(program)) return;
        var (command, log, port) = program switch
        {
            "bearerbox" => ($"/usr/sbin/bearerbox {Quoted(Configuration)}", "/dev/null", PortOf("smsbox-port")),
            "smsbox" => ($"/usr/sbin/smsbox {Quoted(Configuration)}", "/dev/null", PortOf("sendsms-port")),
            _ => ($"{FakeSmsc} -H 127.0.0.1 -r {PortOf("port")} -i 60 -m 0 {Quoted($"0 0 text {Configuration}")}", received, 0),
        };
        // setsid and a closed standard input: closing the terminal does not take the gateway along.
        var (exitCode, output) = await Shell.RunAsync("/bin/sh", ["-c", $"setsid {command} < /dev/null >> \"$0\" 2>&1 & echo $!", log], cancel: cancel);
        if (exitCode != 0) throw new UserError($"Kannel's {program} could not be started: {output.Trim()}");
        await File.WriteAllTextAsync(PidFile(program), output.Trim(), cancel);
        if (port > 0) await WaitUntilListeningAsync(program, port, cancel);
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        foreach (var program in Programs) await StopAsync(program, "TERM", cancel);
    }

    /// <param name="signal">TERM, or KILL for a crash.</param>
    public async Task StopAsync(string program, string signal, CancellationToken cancel)
    {
        if (!IsAlive(program)) return;
        var pid = Pid(program);
        await Shell.RunAsync("kill", [$"-{signal}", pid.ToString(CultureInfo.InvariantCulture)], cancel: cancel);
        for (var tries = 0; tries < 100 && IsAlive(program); tries++) await Task.Delay(100, cancel);
        if (IsAlive(program)) await Shell.RunAsync("kill", ["-KILL", pid.ToString(CultureInfo.InvariantCulture)], cancel: cancel);
        File.Delete(PidFile(program));
    }

    /// <summary>Kept where possible: the intake may be running and sends to the address it was given.</summary>
    int[]? EarlierPorts() => File.Exists(Configuration) ? [PortOf("admin-port"), PortOf("smsbox-port"), PortOf("port"), PortOf("sendsms-port")] : null;

    void Configure()
    {
        foreach (var made in new[] { folder, Path.Combine(folder, "spool"), Path.Combine(folder, "reports") })
            Directory.CreateDirectory(made, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.CreateDirectory(logs);
        var ports = EarlierPorts() is { } earlier && earlier.All(Ports.IsFree) ? earlier : Ports.FreeOnes(4);
        File.WriteAllText(Configuration, "");
        File.SetUnixFileMode(Configuration, UnixFileMode.UserRead | UnixFileMode.UserWrite); // it holds the password
        // log-level 2: below it bearerbox writes texts and numbers. The access log names neither (no %P, no %b).
        File.WriteAllText(Configuration, string.Create(CultureInfo.InvariantCulture, $"""
            group = core
            admin-port = {ports[0]}
            admin-interface = "127.0.0.1"
            admin-password = "{password}"
            admin-deny-ip = "*.*.*.*"
            admin-allow-ip = "127.0.0.1"
            smsbox-port = {ports[1]}
            smsbox-interface = "127.0.0.1"
            box-deny-ip = "*.*.*.*"
            box-allow-ip = "127.0.0.1"
            log-file = "{Path.Combine(logs, "bearerbox.log")}"
            log-level = 2
            access-log = "{Path.Combine(logs, "sms-access.log")}"
            access-log-format = "%t %l [SMSC:%i] [FID:%F] [msg:%L]"
            store-type = spool
            store-location = "{Path.Combine(folder, "spool")}"
            dlr-storage = spool
            dlr-spool = "{Path.Combine(folder, "reports")}"
            sms-resend-freq = 30
            sms-resend-retry = 120

            group = smsc
            smsc = fake
            smsc-id = fake
            our-host = 127.0.0.1
            port = {ports[2]}
            connect-allow-ip = 127.0.0.1

            group = smsbox
            bearerbox-host = 127.0.0.1
            bearerbox-port = {ports[1]}
            sendsms-port = {ports[3]}
            sendsms-interface = "127.0.0.1"
            log-file = "{Path.Combine(logs, "smsbox.log")}"
            log-level = 2
            http-request-retry = 10
            http-queue-delay = 10

            group = sendsms-user
            username = {User}
            password = "{password}"
            user-deny-ip = "*.*.*.*"
            user-allow-ip = "127.0.0.1"

            group = sms-service
            keyword = default
            max-messages = 0
            text = ""

            """));
    }

    int PortOf(string name) => int.Parse(
        File.ReadLines(Configuration).First(line => line.StartsWith($"{name} = ", StringComparison.Ordinal)).Split(" = ")[1], CultureInfo.InvariantCulture);

    async Task WaitUntilListeningAsync(string program, int port, CancellationToken cancel)
    {
        const int Starting = 30; // a program that is just being started has no command line yet
        for (var tries = 0; tries < 300 && (tries < Starting || IsAlive(program)); tries++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync("127.0.0.1", port, cancel);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100, cancel); // not listening yet
            }
        }
        throw new UserError($"Kannel's {program} did not start. Its log is {Path.Combine(logs, $"{program}.log")}.");
    }

    string PidFile(string program) => Path.Combine(folder, $"{program}.pid");

    int Pid(string program) => File.Exists(PidFile(program)) ? int.Parse(File.ReadAllText(PidFile(program)), CultureInfo.InvariantCulture) : 0;

    // A pid may have been given to another program since: ours name our configuration. A dead child has no command line.
    bool IsAlive(string program)
    {
        var file = $"/proc/{Pid(program)}/cmdline";
        try { return Pid(program) > 0 && File.Exists(file) && File.ReadAllText(file).Contains(Configuration, StringComparison.Ordinal); }
        catch (IOException) { return false; } // it ended while we looked
    }

    static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
