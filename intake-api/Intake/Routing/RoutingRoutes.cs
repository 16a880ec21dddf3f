namespace AcikKapi.Intake.Routing;

/// <summary>Services and addresses of the routing.</summary>
public static class RoutingRoutes
{
    public static void Add(IServiceCollection services) =>
        services.AddSingleton<ExplainRouting>().AddSingleton<AddRule>().AddSingleton<EndRule>().AddSingleton<ListRules>().AddSingleton<DeclareEmergency>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var routing = routes.MapGroup("/v1/routing").WithTags("Yönlendirme");
        routing.MapPost("/dry-run", (HttpContext http, ExplainRouting explain, CancellationToken stop) => explain.TryAsync(http, stop))
            .WithSummary("Böyle bir başvuru nereye giderdi ve neden; bir şey kaydetmez")
            .Accepts<RoutingTrial>("application/json").Produces<RoutingExplanation>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(422);
        routes.MapGet("/v1/applications/{trackingNumber}/routing", (string trackingNumber, HttpContext http, ExplainRouting explain, CancellationToken stop) => explain.OfApplicationAsync(trackingNumber, http, stop))
            .WithTags("Yönlendirme").WithSummary("Bu başvuru nereye gider ve neden").Produces<RoutingExplanation>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);

        routing.MapGet("/rules", (HttpContext http, ListRules list, CancellationToken stop) => list.RunAsync(http, stop))
            .WithSummary("Geçerli kurallar, soruldukları sırayla: ülkenin ve ilin").Produces<RoutingRule[]>().ProducesProblem(401);
        routing.MapPost("/rules", (HttpContext http, AddRule add, CancellationToken stop) => add.RunAsync(http, stop))
            .WithSummary("İlin kendi kuralını ekler (koordinatör, yönetici)")
            .Accepts<RuleSubmission>("application/json").Produces<RuleReceipt>(201).ProducesProblem(401).ProducesProblem(403).ProducesProblem(422);
        routing.MapPost("/rules/{code}/end", (string code, HttpContext http, EndRule end, CancellationToken stop) => end.RunAsync(code, http, stop))
            .WithSummary("İlin bir kuralını sona erdirir").Accepts<EndSubmission>("application/json").Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);

        routing.MapGet("/emergencies", (int? province, HttpContext http, DeclareEmergency declare, CancellationToken stop) => declare.ListAsync(province, http, stop))
            .WithSummary("İlin OHAL dönemleri; bakanlık ili province ile verir").Produces<Emergency[]>().ProducesProblem(401);
        routing.MapPut("/emergencies/{province:int}/{from}", (int province, DateOnly from, HttpContext http, DeclareEmergency declare, CancellationToken stop) => declare.RunAsync(province, from, http, stop))
            .WithSummary("OHAL ilanını, uzatmasını ya da bitişini kaydeder (vali, bakanlık)")
            .Accepts<EmergencySubmission>("application/json").Produces<Emergency>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(422);
    }
}
