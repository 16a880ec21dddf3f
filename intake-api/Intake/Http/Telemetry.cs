using System.Diagnostics.Metrics;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace AcikKapi.Intake.Http;

/// <summary>What /metrics shows: HTTP, runtime, Npgsql, and applications by what became of them. No place, no person.</summary>
public sealed class Telemetry : IDisposable
{
    const string Name = "AcikKapi.Intake";

    readonly Meter _meter = new(Name);
    readonly Counter<long> _applications;
    readonly Gauge<int> _waiting, _stuck;

    public Telemetry()
    {
        _applications = _meter.CreateCounter<long>("acikkapi.applications", description: "Submissions by result: accepted, refused, replayed.");
        _waiting = _meter.CreateGauge<int>("acikkapi.messages.waiting", description: "Messages unsent an hour after they were due.");
        _stuck = _meter.CreateGauge<int>("acikkapi.messages.stuck", description: "Messages given up.");
    }

    public void Count(string result) => _applications.Add(1, new KeyValuePair<string, object?>("result", result));

    /// <summary>What the last sweep of the outbox found.</summary>
    public void Messages(int waiting, int stuck)
    {
        _waiting.Record(waiting);
        _stuck.Record(stuck);
    }

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Telemetry>();
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("acikkapi-intake")).WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddNpgsqlInstrumentation()
            .AddMeter(Name)
            .AddPrometheusExporter());
    }

    public void Dispose() => _meter.Dispose();
}
