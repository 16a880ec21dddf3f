namespace AcikKapi.Intake.Notifications;

/// <summary>Services and addresses of the SMS messages.</summary>
public static class NotificationRoutes
{
    public static void Add(IServiceCollection services) => services.AddSingleton<QuietHours>();

    public static void Map(IEndpointRouteBuilder routes) { }
}
