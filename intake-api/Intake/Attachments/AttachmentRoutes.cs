using AcikKapi.Intake.Access;
using AcikKapi.Intake.Http;
using Microsoft.AspNetCore.Mvc;

namespace AcikKapi.Intake.Attachments;

/// <summary>Services and addresses of files that come with an application.</summary>
public static class AttachmentRoutes
{
    public static void Add(IServiceCollection services) => services.AddSingleton(VirusScan.OfThisMachine()).AddSingleton<AddAttachment>().AddSingleton<OpenAttachment>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var attachments = routes.MapGroup("/v1/applications/{trackingNumber}/attachments").WithTags("Ekler");
        attachments.MapPost("", (string trackingNumber, HttpContext http, AddAttachment add, CancellationToken stop) => add.RunAsync(trackingNumber, http, stop))
            .WithSummary("Dosya ekler: gövdesi dosyanın kendisi; JPEG, PNG ya da PDF, en çok 5 MB, en çok 5 dosya")
            .Accepts<byte[]>("application/octet-stream", "image/jpeg", "image/png", "application/pdf").Produces<AttachmentReceipt>(201)
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(422).ProducesProblem(429).RequireRateLimiting(RateLimits.Submissions)
            .WithMetadata(new RequestSizeLimitAttribute(AddAttachment.SwallowedBytes));
        attachments.MapPost("/{no:int}/openings", (string trackingNumber, int no, HttpContext http, OpenAttachment open, CancellationToken stop) => open.RunAsync(trackingNumber, no, http, stop))
            .WithSummary("Görevli, nedenini yazarak dosyayı indirir; her açılış kaydedilir")
            .Accepts<OpeningSubmission>("application/json").Produces<byte[]>(200, "application/octet-stream").ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
    }
}
