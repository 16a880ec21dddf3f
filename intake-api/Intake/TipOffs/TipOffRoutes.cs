using AcikKapi.Intake.Access;
using AcikKapi.Intake.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AcikKapi.Intake.TipOffs;

/// <summary>Services and addresses of the tip-off line.</summary>
public static class TipOffRoutes
{
    public static void Add(IServiceCollection services) => services.AddSingleton<MessageBox>().AddHostedService<ForgetTipOffs>().AddHostedService<MixTipOffs>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var box = routes.MapGroup("/v1/tip-offs/{trackingNumber}/messages").WithTags("İhbar");
        box.MapGet("", (string trackingNumber, HttpContext http, MessageBox messages, CancellationToken stop) => messages.ReadAsync(trackingNumber, http, stop))
            .WithSummary("İhbarın mesaj kutusu: büroyla adsız yazışma, alındıdaki anahtarla").AddOpenApiOperationTransformer(DescribeKey)
            .Produces<BoxMessage[]>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(429).RequireRateLimiting(RateLimits.Lookups);
        box.MapPost("", (string trackingNumber, HttpContext http, MessageBox messages, CancellationToken stop) => messages.WriteAsync(trackingNumber, http, stop))
            .WithSummary("Kutuya yazar: ihbar eden alındıdaki anahtarla, büro görevli anahtarıyla").AddOpenApiOperationTransformer(DescribeKey)
            .Accepts<BoxSubmission>("application/json").Produces(201).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(429).RequireRateLimiting(RateLimits.Submissions);
        box.MapPost("/openings", (string trackingNumber, HttpContext http, MessageBox messages, CancellationToken stop) => messages.OpenAsync(trackingNumber, http, stop))
            .WithSummary("Büro ya da yönetici, nedenini yazarak kutuyu okur; her açılış kaydedilir")
            .Accepts<OpeningSubmission>("application/json").Produces<BoxMessage[]>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
    }

    static Task DescribeKey(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter { Name = BoxKey.Header, In = ParameterLocation.Header, Required = false, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        return Task.CompletedTask;
    }
}
