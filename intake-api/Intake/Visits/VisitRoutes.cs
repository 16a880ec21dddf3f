using AcikKapi.Intake.Access;

namespace AcikKapi.Intake.Visits;

/// <summary>Services and addresses of escorts and field visits.</summary>
public static class VisitRoutes
{
    public static void Add(IServiceCollection services) =>
        services.AddSingleton<AskForVisit>().AddSingleton<PlanVisit>().AddSingleton<EndVisit>().AddSingleton<ListVisits>().AddSingleton<ShowVisit>().AddSingleton<OpenVisit>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var visits = routes.MapGroup("/v1/visits").WithTags("Refakat ve saha ziyareti");
        visits.MapGet("", (string? from, string? to, HttpContext http, ListVisits list, CancellationToken stop) => list.RunAsync(from, to, http, stop))
            .WithSummary("Takvim: planlananlar ve bekleyenler; saha görevlisi kendininkileri görür").Produces<Visit[]>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(422);
        visits.MapPost("", (HttpContext http, AskForVisit ask, CancellationToken stop) => ask.RunAsync(http, stop))
            .WithSummary("Refakat ister (banko) ya da saha ziyareti görevlendirir (yönetici)")
            .Accepts<VisitSubmission>("application/json").Produces<VisitReceipt>(201).ProducesProblem(401).ProducesProblem(403).ProducesProblem(422);
        visits.MapGet("/{id:guid}", (Guid id, HttpContext http, ShowVisit show, CancellationToken stop) => show.RunAsync(id, http, stop))
            .WithSummary("Bir ziyaret ve planlarının tarihçesi").Produces<VisitWithChanges>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        visits.MapPost("/{id:guid}/openings", (Guid id, HttpContext http, OpenVisit open, CancellationToken stop) => open.RunAsync(id, http, stop))
            .WithSummary("Giden görevli, nedenini yazarak kime ve nereye gittiğini açar; her açılış kaydedilir")
            .Accepts<OpeningSubmission>("application/json").Produces<OpenedVisit>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        visits.MapPut("/{id:guid}/plan", (Guid id, HttpContext http, PlanVisit plan, CancellationToken stop) => plan.RunAsync(id, http, stop))
            .WithSummary("Görevliyi ve saati belirler (koordinatör, yönetici)")
            .Accepts<VisitPlan>("application/json").Produces<VisitReceipt>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        visits.MapPost("/{id:guid}/result", (Guid id, HttpContext http, EndVisit end, CancellationToken stop) => end.ResultAsync(id, http, stop))
            .WithSummary("Sonucu ve harcanan süreyi kaydeder (giden görevli, koordinatör)")
            .Accepts<VisitResult>("application/json").Produces<VisitReceipt>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        visits.MapPost("/{id:guid}/cancel", (Guid id, HttpContext http, EndVisit end, CancellationToken stop) => end.CancelAsync(id, http, stop))
            .WithSummary("Ziyareti iptal eder (koordinatör, yönetici)")
            .Accepts<VisitCancellation>("application/json").Produces<VisitReceipt>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }
}
