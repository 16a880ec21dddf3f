namespace AcikKapi.Intake.Units;

/// <summary>Services and addresses of units, other institutions and their liaison officers.</summary>
public static class UnitRoutes
{
    public static void Add(IServiceCollection services) => services.AddSingleton<ListUnits>().AddSingleton<PutUnit>().AddSingleton<PutLiaisonOfficer>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var units = routes.MapGroup("/v1/units").WithTags("Birimler");
        units.MapGet("", (HttpContext http, ListUnits list, CancellationToken stop) => list.RunAsync(http, stop))
            .WithSummary("İlin birimleri, diğer kurumlar ve irtibat görevlileri").Produces<UnitWithLiaisons[]>().ProducesProblem(401);
        units.MapPut("/{code}", (string code, HttpContext http, PutUnit put, CancellationToken stop) => put.RunAsync(code, http, stop))
            .WithSummary("Birim ekler, değiştirir ya da kapatır (koordinatör, yönetici)")
            .Accepts<UnitSubmission>("application/json").Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        units.MapPut("/{code}/liaison-officers/{no:int}", (string code, int no, HttpContext http, PutLiaisonOfficer put, CancellationToken stop) => put.RunAsync(code, no, http, stop))
            .WithSummary("Birimin irtibat görevlisini belirler: görevi, unvanı, sırası")
            .Accepts<LiaisonOfficerSubmission>("application/json").Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
    }
}
