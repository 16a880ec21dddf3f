using AcikKapi.Intake.Settings;

namespace AcikKapi.Intake.Bureaus;

/// <summary>Services and addresses of the bureaus, their teams and the sharing of their work.</summary>
public static class BureauRoutes
{
    public static void Add(IServiceCollection services) =>
        services.AddSingleton<ListBureaus>().AddSingleton<PutBureau>().AddSingleton<PutTeamMember>()
            .AddSingleton<ShareWork>().AddSingleton<AssignApplication>().AddSingleton<ListAssignments>().AddSingleton<WatchTeam>().AddSingleton<ListIndicators>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var bureaus = routes.MapGroup("/v1/bureaus").WithTags("Bürolar");
        bureaus.MapGet("", (HttpContext http, ListBureaus list, CancellationToken stop) => list.RunAsync(http, stop))
            .WithSummary("İlin büroları ve ekipleri; eksikleri uyarır").Produces<BureauWithTeam[]>().ProducesProblem(401);
        bureaus.MapGet("/load", (HttpContext http, WatchTeam watch, CancellationToken stop) => watch.RunAsync(http, stop))
            .WithSummary("Ekibin iş yükü, geciken ve sahipsiz başvurular (koordinatör, yönetici)").Produces<BureauLoad[]>().ProducesProblem(401).ProducesProblem(403);
        bureaus.MapGet("/indicators", (HttpContext http, ListIndicators list, CancellationToken stop) => list.RunAsync(http, stop))
            .WithSummary("Ekibin gece hesaplanan göstergeleri, takma adla, 30 işten sonra (yalnız koordinatör)").Produces<OfficerIndicator[]>().ProducesProblem(401).ProducesProblem(403);
        bureaus.MapPut("/{code}", (string code, HttpContext http, PutBureau put, CancellationToken stop) => put.RunAsync(code, http, stop))
            .WithSummary("Büro açar, adını değiştirir ya da kapatır (koordinatör, yönetici)")
            .Accepts<BureauSubmission>("application/json").Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        bureaus.MapPut("/{code}/team/{staffId:guid}", (string code, Guid staffId, HttpContext http, PutTeamMember put, CancellationToken stop) => put.RunAsync(code, staffId, http, stop))
            .WithSummary("Ekibe görevli ekler, görevini ve iş payını değiştirir")
            .Accepts<TeamMemberSubmission>("application/json").Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        bureaus.MapPost("/{code}/share", (string code, HttpContext http, ShareWork share, CancellationToken stop) => share.RunAsync(code, http, stop))
            .WithSummary("Sahipsiz açık başvuruları ekibe paylaştırır").Accepts<object>("application/json").Produces<SharedWork>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);

        routes.MapPost("/v1/applications/{trackingNumber}/assignment", (string trackingNumber, HttpContext http, AssignApplication assign, CancellationToken stop) => assign.RunAsync(trackingNumber, http, stop))
            .WithTags("Bürolar").WithSummary("Başvuruyu ekipten birine verir (koordinatör, yönetici)")
            .Accepts<AssignmentSubmission>("application/json").Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        routes.MapGet("/v1/assignments", (HttpContext http, ListAssignments list, CancellationToken stop) => list.RunAsync(http, stop))
            .WithTags("Bürolar").WithSummary("Açık başvurular ve kimde oldukları").Produces<Assignment[]>().ProducesProblem(401);
        routes.MapGet("/v1/settings-log", (long? before, HttpContext http, ListSettingsChanges list, CancellationToken stop) => list.RunAsync(before, http, stop))
            .WithTags("Bürolar").WithSummary("Yerin ayarlarında kim neyi değiştirdi (koordinatör, yönetici)").Produces<LoggedChange[]>().ProducesProblem(401).ProducesProblem(403);
    }
}
