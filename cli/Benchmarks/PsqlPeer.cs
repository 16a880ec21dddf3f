using System.Diagnostics;
using AcikKapi.Cli.Servers;
using AcikKapi.Domain;
using AcikKapi.Ingest;
using AcikKapi.Warehouse;
using Npgsql;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>What a full load is measured against: psql copying the same columns of the same rows, binary, to nowhere.</summary>
static class PsqlPeer
{
    static readonly string[] Queries = ["raw_applications", "raw_events_first"];

    /// <returns>Seconds.</returns>
    public static async Task<double> CopyAsync(Installation installation, CancellationToken cancel)
    {
        var role = new NpgsqlConnectionStringBuilder(installation.IngestConnection);
        var environment = new Dictionary<string, string> { ["PGPASSWORD"] = role.Password!, ["PGOPTIONS"] = "-c ingest.since=0" };
        var clock = Stopwatch.StartNew();
        foreach (var query in Queries)
        {
            var select = EmbeddedSql.Read(typeof(IngestApplications).Assembly, $"Landing/{query}.sql");
            var (exitCode, output) = await Shell.RunAsync("psql",
                ["-h", role.Host!, "-p", $"{role.Port}", "-U", role.Username!, "-d", role.Database!, "-qAt",
                    "-c", $"\\copy ({OneLine(select)}) to '/dev/null' (format binary)"],
                environment, cancel);
            if (exitCode != 0) throw new UserError($"psql failed: {output.Trim()}");
        }
        return clock.Elapsed.TotalSeconds;
    }

    // \copy takes one line, so comments go too.
    static string OneLine(string sql) => string.Join(' ', sql.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)).Select(line => line.Trim()));
}
