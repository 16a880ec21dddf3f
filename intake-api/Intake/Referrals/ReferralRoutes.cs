using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AcikKapi.Intake.Referrals;

/// <summary>Services and addresses of referrals to a unit.</summary>
public static class ReferralRoutes
{
    public static void Add(IServiceCollection services) => services.AddSingleton<RecordReferral>().AddSingleton<CountReferrals>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var referrals = routes.MapGroup("/v1/referrals").WithTags("Birime gönderilenler");
        referrals.MapPost("", (HttpContext http, RecordReferral record, CancellationToken stop) => record.RunAsync(http, stop))
            .WithSummary("Birime kendisi başvurmak isteyene yolu gösterir ve kaydeder; başvuru değildir, kişi bilgisi almaz (md. 10-f)")
            .WithDescription("Idempotency-Key başlığı (UUID) isteğe bağlıdır: aynı anahtarla yinelenen gönderi bir kez sayılır.")
            .AddOpenApiOperationTransformer(DescribeKey)
            .Accepts<ReferralSubmission>("application/json").Produces<ReferralReceipt>(201)
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(422).ProducesProblem(429).RequireRateLimiting(RateLimits.Submissions);
        referrals.MapGet("", (string? from, string? to, HttpContext http, CountReferrals count, CancellationToken stop) => count.RunAsync(from, to, http, stop))
            .WithSummary("Büronun birimlere gönderdikleri: birime ve türe göre sayılar (koordinatör, yönetici)")
            .Produces<ReferralCount[]>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(422);
    }

    static Task DescribeKey(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter { Name = IdempotencyKey.Header, In = ParameterLocation.Header, Required = false, Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" } });
        return Task.CompletedTask;
    }
}
