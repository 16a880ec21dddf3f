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

    public Telemetry() => _applications = _meter.CreateCounter<long>("acikkapi.applications", description: "Submissions by result: accepted, refused, replayed.");

    public void Count(string result) => _applications.Add(1, new KeyValuePair<string, object?>("result", result));

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
