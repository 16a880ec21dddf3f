using AcikKapi.Intake.Http;

namespace AcikKapi.Intake.TipOffs;

/// <summary>Services and addresses of the tip-off line.</summary>
public static class TipOffRoutes
{
    public static void Add(IServiceCollection services) => services.AddSingleton<MessageBox>().AddHostedService<ForgetTipOffs>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var box = routes.MapGroup("/v1/tip-offs/{trackingNumber}/messages").WithTags("İhbar");
        box.MapGet("", (string trackingNumber, HttpContext http, MessageBox messages, CancellationToken stop) => messages.ReadAsync(trackingNumber, http, stop))
            .WithSummary("İhbarın mesaj kutusu: büroyla adsız yazışma").Produces<BoxMessage[]>().ProducesProblem(404);
        box.MapPost("", (string trackingNumber, HttpContext http, MessageBox messages, CancellationToken stop) => messages.WriteAsync(trackingNumber, http, stop))
            .WithSummary("Kutuya yazar: anahtarsız ihbar eden, görevli anahtarıyla büro")
            .Accepts<BoxSubmission>("application/json").Produces(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(429).RequireRateLimiting(RateLimits.Submissions);
    }
}
