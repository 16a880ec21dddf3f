using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Notifications;

/// <summary>Services and addresses of the SMS messages.</summary>
public static class NotificationRoutes
{
    public static void Add(IServiceCollection services, IntakeSettings settings)
    {
        var keys = new KeyFolder(settings.Keys);
        services.AddSingleton(settings.Sms).AddSingleton<QuietHours>().AddSingleton<RelayDatabase>();
        services.AddSingleton(new ReportSignature(Convert.FromBase64String(keys.Read(KeyFolder.Reports)))).AddSingleton<TakeReport>();
        services.AddSingleton<ListStuckMessages>().AddSingleton<RetryMessage>().AddSingleton<PreviewMessages>();
        services.AddHostedService<SweepMessages>();
        if (settings.Sms.Url is null) return; // no gateway: messages wait
        services.AddSingleton(new SmsGateway(settings.Sms, keys.Read(KeyFolder.SmsPassword))).AddHostedService<RelayMessages>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(ReportSignature.Path, (int? province, long? message, string? signature, int? status, TakeReport take, CancellationToken stop) =>
            take.RunAsync(province, message, signature, status, stop)).ExcludeFromDescription();

        var messages = routes.MapGroup("/v1/messages").WithTags("SMS");
        messages.MapGet("/stuck", (HttpContext http, ListStuckMessages list, CancellationToken stop) => list.RunAsync(http, stop))
            .WithSummary("Gönderilemeyen ya da bir saatten uzun bekleyen mesajlar (koordinatör, yönetici)")
            .Produces<StuckMessage[]>().ProducesProblem(401).ProducesProblem(403);
        messages.MapPost("/{id}/retry", (long id, HttpContext http, RetryMessage retry, CancellationToken stop) => retry.RunAsync(id, http, stop))
            .WithSummary("Gönderilemeyen mesajı yeniden dener")
            .Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        messages.MapGet("/templates", (HttpContext http, PreviewMessages preview, CancellationToken stop) => preview.RunAsync(http, stop))
            .WithSummary("Mesaj metinleri, parça sayısı ve bedeli")
            .Produces<MessagePreview[]>().ProducesProblem(401).ProducesProblem(403);
    }
}
