namespace AcikKapi.Intake.Staff;

/// <summary>Services and addresses of the accounts of a place.</summary>
public static class StaffRoutes
{
    const string Json = "application/json";

    public static void Add(IServiceCollection services) => services.AddSingleton<NameStaff>().AddSingleton<ListPlaceStaff>().AddSingleton<WhoAmI>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/me", (HttpContext http, WhoAmI who, CancellationToken stop) => who.RunAsync(http, stop)).WithTags("Görevliler")
            .WithSummary("Bu anahtarın ya da oturumun sahibi: görev ve yer").Produces<OwnAccount>().ProducesProblem(401).ProducesProblem(503);

        var staff = routes.MapGroup("/v1/staff").WithTags("Görevliler");
        staff.MapGet("", (HttpContext http, ListPlaceStaff list, CancellationToken stop) => list.RunAsync(http, stop))
            .WithSummary("Yerin hesapları (koordinatör, yönetici)").Produces<PlaceStaff[]>().ProducesProblem(401).ProducesProblem(403);
        staff.MapPost("", (HttpContext http, NameStaff name, CancellationToken stop) => name.AddAsync(http, stop))
            .WithSummary("Görevli belirler; kayıt kodu bir kez gösterilir (yönetici, md. 5-c)").Accepts<StaffSubmission>(Json).Produces<StaffReceipt>(201).ProducesProblem(401).ProducesProblem(403).ProducesProblem(422);
        staff.MapPut("/{id:guid}", (Guid id, HttpContext http, NameStaff name, CancellationToken stop) => name.ChangeAsync(id, http, stop))
            .WithSummary("Görevlinin yetkisini değiştirir (md. 5-e)").Accepts<RoleSubmission>(Json).Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        staff.MapPost("/{id:guid}/disable", (Guid id, HttpContext http, NameStaff name, CancellationToken stop) => name.DisableAsync(id, http, stop))
            .WithSummary("Hesabı kapatır; oturumları sona erer").Accepts<object>(Json).Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        staff.MapPost("/{id:guid}/enable", (Guid id, HttpContext http, NameStaff name, CancellationToken stop) => name.EnableAsync(id, http, stop))
            .WithSummary("Kapatılmış hesabı açar").Accepts<object>(Json).Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        staff.MapPost("/{id:guid}/enrolment", (Guid id, HttpContext http, NameStaff name, CancellationToken stop) => name.EnrolAsync(id, http, stop))
            .WithSummary("Yeni kayıt kodu; eski parola ve doğrulama uygulaması geçersiz olur").Accepts<object>(Json).Produces<StaffReceipt>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
    }
}
