namespace AcikKapi.Intake.Clock;

/// <summary>Services and addresses of the clocks.</summary>
public static class ClockRoutes
{
    public static void Add(IServiceCollection services) =>
        services.AddSingleton<Calendars>().AddSingleton<ChangeLeave>().AddSingleton<ListLeave>().AddSingleton<ListDeadlines>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var leave = routes.MapGroup("/v1/administrative-leave").WithTags("Süreler");
        leave.MapGet("", (ListLeave list, CancellationToken stop) => list.RunAsync(stop)).WithSummary("İdari izinler").Produces<LeaveDay[]>();
        leave.MapPost("", (HttpContext http, ChangeLeave change, CancellationToken stop) => change.AddAsync(http, stop))
            .WithSummary("İdari izin ekler; açık son günler yeniden hesaplanır (ülke: bakanlık, il: vali)")
            .Accepts<LeaveSubmission>("application/json").Produces<LeaveReceipt>(201)
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
        leave.MapDelete("/{id:guid}", (Guid id, HttpContext http, ChangeLeave change, CancellationToken stop) => change.WithdrawAsync(id, http, stop))
            .WithSummary("İdari izni geri alır; açık son günler yeniden hesaplanır").Produces<LeaveReceipt>().ProducesProblem(401).ProducesProblem(404);

        routes.MapGet("/v1/deadlines", (string? state, string? clock, int? days, string? after, HttpContext http, ListDeadlines list, CancellationToken stop) =>
                list.RunAsync(state, clock, days, after, http, stop)).WithTags("Süreler")
            .WithSummary("Süresi geçen ya da yaklaşan başvurular: başvuru sahibinin ya da birimin süresine göre")
            .Produces<DueList>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(422);
    }
}
