namespace AcikKapi.Intake.Routing;

/// <summary>Services and addresses of routing.</summary>
public static class RoutingRoutes
{
    public static void Add(IServiceCollection services) { }

    public static void Map(IEndpointRouteBuilder routes) { }
}
