namespace AcikKapi.Intake.Performance;

/// <summary>Services and addresses of the performance criteria.</summary>
public static class PerformanceRoutes
{
    public static void Add(IServiceCollection services) => services.AddSingleton<PerformanceCriteria>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var criteria = routes.MapGroup("/v1/performance-criteria").WithTags("Performans");
        criteria.MapGet("", (HttpContext http, PerformanceCriteria all, CancellationToken stop) => all.ListAsync(http, stop))
            .WithSummary("Performans ölçütleri ve ağırlıkları; yürürlükteki önce, eskileri de saklanır").Produces<CriteriaSet[]>().ProducesProblem(401);
        criteria.MapPut("", (HttpContext http, PerformanceCriteria all, CancellationToken stop) => all.PutAsync(http, stop))
            .WithSummary("Ölçütlerin ağırlıklarını belirler (bakanlık)")
            .Accepts<CriteriaSubmission>("application/json").Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(422);
    }
}
