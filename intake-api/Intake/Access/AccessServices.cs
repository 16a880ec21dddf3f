using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Access;

/// <summary>Services of the access log and of what it guards.</summary>
public static class AccessServices
{
    public static void Add(IServiceCollection services, KeyFolder keys) =>
        services.AddSingleton(keys).AddSingleton<AccessAnchors>().AddHostedService<AnchorAccessLog>().AddSingleton<LoggedOpening>()
            .AddSingleton(all => new AccessLog(keys.Bytes(KeyFolder.AccessLog), all.GetRequiredService<TimeProvider>(), all.GetRequiredService<AccessAnchors>()));
}
