namespace AcikKapi.Intake.Flags;

/// <summary>Services and addresses of what the nights flagged.</summary>
public static class FlagRoutes
{
    public static void Add(IServiceCollection services) => services.AddSingleton<ListFlags>().AddSingleton<GiveVerdict>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/flags", (HttpContext http, ListFlags list, CancellationToken stop) => list.RunAsync(http, stop)).WithTags("İşaretler")
            .WithSummary("Gecenin yerinizde işaretledikleri ve verilen kararlar (veri analiz görevlisi, yönetici; ülke geneli bakanlık)")
            .Produces<FoundFlag[]>().ProducesProblem(401).ProducesProblem(403);
        routes.MapPost("/v1/flag-verdicts", (HttpContext http, GiveVerdict give, CancellationToken stop) => give.RunAsync(http, stop)).WithTags("İşaretler")
            .WithSummary("İşaret hakkındaki kararı ve alınan önlemi kaydeder; eski kararlar saklanır")
            .Accepts<VerdictSubmission>("application/json").Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
    }
}
