namespace AcikKapi.Intake.Clock;

/// <summary>Services and addresses of the clocks.</summary>
public static class ClockRoutes
{
    public static void Add(IServiceCollection services) => services.AddSingleton<Calendars>();

    public static void Map(IEndpointRouteBuilder routes) { }
}
