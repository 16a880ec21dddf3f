namespace AcikKapi.Intake.Workbench;

/// <summary>Services and addresses of what people of the workbench keep and order.</summary>
public static class WorkbenchRoutes
{
    public static void Add(IServiceCollection services) => services.AddSingleton<ListViews>().AddSingleton<SaveView>().AddSingleton<RemoveView>().AddSingleton<ListBriefOrders>().AddSingleton<OrderBrief>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/views", (HttpContext http, ListViews list, CancellationToken stop) => list.RunAsync(http, stop)).WithTags("Analiz tezgâhı")
            .WithSummary("Sakladığınız görünümler").Produces<SavedView[]>().ProducesProblem(401).ProducesProblem(403);
        routes.MapPost("/v1/views", (HttpContext http, SaveView save, CancellationToken stop) => save.RunAsync(http, stop)).WithTags("Analiz tezgâhı")
            .WithSummary("Görünümü saklar; aynı adlı eskisinin yerine geçer")
            .Accepts<ViewToSave>("application/json").Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(422);
        routes.MapPost("/v1/view-removals", (HttpContext http, RemoveView remove, CancellationToken stop) => remove.RunAsync(http, stop)).WithTags("Analiz tezgâhı")
            .WithSummary("Saklanan görünümü siler")
            .Accepts<ViewToRemove>("application/json").Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        routes.MapGet("/v1/brief-orders", (HttpContext http, ListBriefOrders list, CancellationToken stop) => list.RunAsync(http, stop)).WithTags("Analiz tezgâhı")
            .WithSummary("Yerinizin ısmarladığı brifingler").Produces<BriefOrder[]>().ProducesProblem(401).ProducesProblem(403);
        routes.MapPost("/v1/brief-orders", (HttpContext http, OrderBrief order, CancellationToken stop) => order.RunAsync(http, stop)).WithTags("Analiz tezgâhı")
            .WithSummary("Eski ya da süren bir dönemin brifingini ısmarlar; gelecek gece basılır")
            .Accepts<BriefToOrder>("application/json").Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(422);
    }
}
