using AcikKapi.Intake.Access;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Attachments;
using AcikKapi.Intake.Bulk;
using AcikKapi.Intake.Bureaus;
using AcikKapi.Intake.Clock;
using AcikKapi.Intake.Duplicates;
using AcikKapi.Intake.Flags;
using AcikKapi.Intake.Notifications;
using AcikKapi.Intake.Open311;
using AcikKapi.Intake.Pages;
using AcikKapi.Intake.Performance;
using AcikKapi.Intake.Referrals;
using AcikKapi.Intake.Routing;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.Suggestions;
using AcikKapi.Intake.TipOffs;
using AcikKapi.Intake.Units;
using AcikKapi.Intake.Visits;
using AcikKapi.Intake.Workbench;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AcikKapi.Intake.Http;

/// <summary>All addresses of the intake, each with the operation that answers it.</summary>
public static class Routes
{
    const string Json = "application/json";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var applications = routes.MapGroup("/v1/applications").WithTags("Başvurular");

        applications.MapPost("", (HttpContext http, SubmitApplication submit, CancellationToken stop) => submit.RunAsync(http, stop))
            .WithSummary("Başvuru yapar")
            .WithDescription("Idempotency-Key başlığı (UUID) zorunludur: aynı anahtar ve gövde aynı yanıtı verir. Yanıt: takip numarası ve cevap için son gün.")
            .AddOpenApiOperationTransformer(DescribeKey)
            .Accepts<Submission>(Json).Produces<SubmissionReceipt>(StatusCodes.Status201Created)
            .Problems(400, 401, 403, 409, 413, 415, 422, 429, 503).RequireRateLimiting(RateLimits.Submissions);

        applications.MapGet("", (string? state, string? status, string? type, string? kind, int? district, string? unit, string? number, string? after, HttpContext http, ListApplications list, CancellationToken stop) => list.RunAsync(http, stop))
            .WithSummary("Yerin başvuruları; irtibat görevlisi biriminde olanları görür. Açık olanlar süresine göre, hepsi yeniden eskiye, 50’şer")
            .Produces<ApplicationPage>().Problems(401, 403, 422, 503);

        applications.MapGet("/{trackingNumber}/case", (string trackingNumber, HttpContext http, ShowCase show, CancellationToken stop) => show.RunAsync(trackingNumber, http, stop))
            .WithSummary("Görevli için başvurunun her şeyi, metni ve sahibi dışında; atılabilecek adımlarla")
            .Produces<ApplicationCase>().Problems(401, 403, 404, 503);

        applications.MapGet("/{trackingNumber}", (string trackingNumber, GetApplication get, CancellationToken stop) => get.RunAsync(trackingNumber, stop))
            .WithSummary("Başvurunun aşamalarını gösterir; kişisel bilgi içermez")
            .Produces<ApplicationProgress>().Problems(404, 429, 503).RequireRateLimiting(RateLimits.Lookups);

        applications.MapGet("/{trackingNumber}/deadline", (string trackingNumber, ExplainDeadline explain, CancellationToken stop) => explain.RunAsync(trackingNumber, stop))
            .WithSummary("Son günün nasıl sayıldığını gün gün açıklar")
            .Produces<DeadlineExplanation>().Problems(404, 429, 503).RequireRateLimiting(RateLimits.Lookups);

        applications.MapPost("/{trackingNumber}/events", (string trackingNumber, HttpContext http, RecordEvent record, CancellationToken stop) => record.RunAsync(trackingNumber, http, stop))
            .WithSummary("Görevli bir adım kaydeder (Authorization: Bearer …)")
            .Accepts<EventSubmission>(Json).Produces<StepReceipt>().Problems(400, 401, 403, 404, 409, 413, 415, 422, 503);

        applications.MapPost("/{trackingNumber}/satisfaction", (string trackingNumber, HttpContext http, RateApplication rate, CancellationToken stop) => rate.RunAsync(trackingNumber, http, stop))
            .WithSummary("Kapatılan başvuruyu 1–5 arasında değerlendirir, bir kez")
            .Accepts<SatisfactionSubmission>(Json).Produces<StepReceipt>().Problems(400, 404, 409, 413, 415, 422, 429, 503).RequireRateLimiting(RateLimits.Submissions);

        applications.MapPost("/{trackingNumber}/reopen", (string trackingNumber, HttpContext http, ReopenApplication reopen, CancellationToken stop) => reopen.RunAsync(trackingNumber, http, stop))
            .WithSummary("Cevaplanan başvuruyu yeniden açar ya da ret kararına itiraz eder")
            .Accepts<ReopenSubmission>(Json).Produces<StepReceipt>().Problems(400, 404, 409, 413, 415, 422, 429, 503).RequireRateLimiting(RateLimits.Submissions);

        applications.MapPost("/{trackingNumber}/answer", (string trackingNumber, HttpContext http, ReadAnswer read, CancellationToken stop) => read.RunAsync(trackingNumber, http, stop))
            .WithSummary("Cevabı, takip numarasını ve telefonunu bilen başvuru sahibine gösterir")
            .Accepts<AnswerQuestion>(Json).Produces<AnswerForApplicant>().Problems(400, 404, 413, 415, 422, 429, 503).RequireRateLimiting(RateLimits.Submissions);

        routes.MapGet("/v1/rejections", (string? from, string? to, HttpContext http, CountRejections count, CancellationToken stop) => count.RunAsync(from, to, http, stop))
            .WithSummary("Büronun işleme almadığı başvurular: neden ve itirazların sonucu (koordinatör, yönetici)").WithTags("Başvurular")
            .Produces<RejectionCount[]>().Problems(401, 403, 422, 503);

        applications.MapPost("/{trackingNumber}/openings", (string trackingNumber, HttpContext http, OpenWords open, CancellationToken stop) => open.RunAsync(trackingNumber, http, stop))
            .WithSummary("Görevli, nedenini yazarak başvurunun metnini ve sahibini açar; her açılış kaydedilir")
            .Accepts<OpeningSubmission>(Json).Produces<OpenedApplication>().Problems(400, 401, 403, 404, 422, 503);

        applications.MapPost("/{trackingNumber}/national-id", (string trackingNumber, HttpContext http, RevealNationalId reveal, CancellationToken stop) => reveal.RunAsync(trackingNumber, http, stop))
            .WithSummary("Görevli, nedenini yazarak kimlik numarasının tamamını açar; her açılış kaydedilir")
            .Accepts<OpeningSubmission>(Json).Produces<RevealedNationalId>().Problems(400, 401, 403, 404, 422, 503);

        routes.MapGet("/v1/follow-ups", (HttpContext http, ListFollowUps list, CancellationToken stop) => list.RunAsync(http, stop)).WithTags("Başvurular")
            .WithSummary("Yöneticinin izlediği özellikli ve gizli başvurular; kararını bekleyenler önce").Produces<FollowUp[]>().Problems(401, 403, 503);

        routes.MapPost("/v1/bulk", (HttpContext http, BulkWork bulk, CancellationToken stop) => bulk.RunAsync(http, stop)).WithTags("Başvurular")
            .WithSummary("Bir adımı ya da iş paylaşımını birçok başvuruya uygular; önce preview ile ne değişeceğini gösterir")
            .Accepts<BulkSubmission>(Json).Produces<BulkResult>().Problems(400, 401, 422, 503);
        AttachmentRoutes.Map(routes);
        TipOffRoutes.Map(routes);
        ReferralRoutes.Map(routes);
        ClockRoutes.Map(routes);
        RoutingRoutes.Map(routes);
        UnitRoutes.Map(routes);
        BureauRoutes.Map(routes);
        DuplicateRoutes.Map(routes);
        SuggestionRoutes.Map(routes);
        VisitRoutes.Map(routes);
        NotificationRoutes.Map(routes);
        Open311Routes.Map(routes);
        PageRoutes.Map(routes);
        StaffRoutes.Map(routes);
        PerformanceRoutes.Map(routes);
        FlagRoutes.Map(routes);
        WorkbenchRoutes.Map(routes);

        routes.MapGet("/healthz", () => "ok").WithSummary("Süreç çalışıyor").WithTags("İşletim");
        routes.MapGet("/readyz", (Readiness readiness, HttpContext http, CancellationToken stop) => readiness.RunAsync(http, stop))
            .WithSummary("Veritabanına erişiliyor").WithTags("İşletim").Problems(503);
        routes.MapPrometheusScrapingEndpoint("/metrics");
        routes.MapOpenApi("/openapi/{documentName}.json");
    }

    static Task DescribeKey(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = IdempotencyKey.Header, In = ParameterLocation.Header, Required = true,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
        });
        return Task.CompletedTask;
    }

    static RouteHandlerBuilder Problems(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses) route.ProducesProblem(status);
        return route;
    }
}
