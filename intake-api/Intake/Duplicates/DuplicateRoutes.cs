using AcikKapi.Intake.Http;

namespace AcikKapi.Intake.Duplicates;

/// <summary>Services and addresses of near duplicates.</summary>
public static class DuplicateRoutes
{
    public static void Add(IServiceCollection services) => services.AddSingleton<FindDuplicates>().AddSingleton<LinkApplications>().AddSingleton<ShowLinks>().AddHostedService<PrintApplications>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/duplicates", (HttpContext http, FindDuplicates find, CancellationToken stop) => find.RunAsync(http, stop)).WithTags("Benzer başvurular")
            .WithSummary("Göndermeden önce: benzer başvuru var mı; hangileri olduğunu yalnız o yerin görevlisi görür")
            .Accepts<DuplicateQuestion>("application/json").Produces<DuplicateAnswer>().ProducesProblem(400).ProducesProblem(422).ProducesProblem(429).RequireRateLimiting(RateLimits.Submissions);
        routes.MapPut("/v1/applications/{trackingNumber}/link", (string trackingNumber, HttpContext http, LinkApplications link, CancellationToken stop) => link.RunAsync(trackingNumber, http, stop)).WithTags("Benzer başvurular")
            .WithSummary("Başvuruyu bir başkasına bağlar ya da bağını kaldırır; ana başvurunun cevabı bağlı olanların da cevabıdır")
            .Accepts<LinkSubmission>("application/json").Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        routes.MapGet("/v1/applications/{trackingNumber}/link", (string trackingNumber, HttpContext http, ShowLinks show, CancellationToken stop) => show.OfAsync(trackingNumber, http, stop)).WithTags("Benzer başvurular")
            .WithSummary("Ana başvurusu, ona bağlananlar ve bağların tarihçesi").Produces<ApplicationLinks>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        routes.MapGet("/v1/links", (HttpContext http, ShowLinks show, CancellationToken stop) => show.WaitingAsync(http, stop)).WithTags("Benzer başvurular")
            .WithSummary("Bağlı olup cevap bekleyen başvurular; ana başvurusu onlar cevaplanmadan sonuçlananlar önce").Produces<WaitingFollower[]>().ProducesProblem(401).ProducesProblem(403);
    }
}
