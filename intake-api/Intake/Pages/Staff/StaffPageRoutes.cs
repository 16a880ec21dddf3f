using AcikKapi.Intake.Pages.SignIn;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Pages.Staff;

/// <summary>Services and addresses of the pages for staff, each with the roles it is for (StaffMenu).</summary>
static class StaffPageRoutes
{
    public static void Add(IServiceCollection services) =>
        services.AddSingleton<ListPage>().AddSingleton<CasePage>().AddSingleton<RecordPage>().AddSingleton<ReferralPage>().AddSingleton<FollowUpPage>().AddSingleton<TeamPage>()
            .AddSingleton<VisitsPage>().AddSingleton<NameStaffPage>().AddSingleton<SettingsPages>().AddSingleton<FlagsPage>();

    public static void Map(RouteGroupBuilder pages)
    {
        var everybody = pages.MapGroup("/gorevli").For(StaffMenu.Roles);
        everybody.MapGet("", (HttpContext http) => Page.To(StaffMenu.HomeOf(AuthenticateStaff.Found(http)!)));
        everybody.MapGet("/sonra", (HttpContext http) => Page.To(StaffMenu.ListOf(AuthenticateStaff.Found(http)!) + http.Request.QueryString));
        everybody.MapGet("/parola", SignInPages.AskPassword);
        everybody.MapPost("/parola", (HttpContext http, SignInPages door, CancellationToken stop) => door.ChangePasswordAsync(http, stop));

        Of(pages, "/gorevli/birim").MapGet("", (HttpContext http, ListPage list, CancellationToken stop) => list.ShowAsync(http, stop));
        Of(pages, "/gorevli/izleme").MapGet("", (HttpContext http, FollowUpPage page, CancellationToken stop) => page.ShowAsync(http, stop));
        Of(pages, "/gorevli/isaretler").MapGet("", (HttpContext http, FlagsPage page, CancellationToken stop) => page.ShowAsync(http, stop));
        Of(pages, "/gorevli/isaretler").MapPost("", (HttpContext http, FlagsPage page, CancellationToken stop) => page.DecideAsync(http, stop));
        MapCases(pages);
        MapRecords(pages);
        MapTeam(pages);
        MapVisits(pages);
        MapNaming(pages);
        MapSettings(pages);
    }

    static RouteGroupBuilder Of(RouteGroupBuilder pages, string address) => pages.MapGroup(address).For(StaffMenu.RolesOf(address));

    static void MapCases(RouteGroupBuilder pages)
    {
        Of(pages, "/gorevli/basvurular").MapGet("", (HttpContext http, ListPage list, CancellationToken stop) => list.ShowAsync(http, stop));
        var one = pages.MapGroup("/gorevli/basvurular/{number}").For("desk", "coordinator", "executive", "liaison");
        one.MapGet("", (string number, HttpContext http, CasePage page, CancellationToken stop) => page.ShowAsync(number, http, stop));
        one.MapPost("/metin", (string number, HttpContext http, CasePage page, CancellationToken stop) => page.OpenAsync(number, http, stop));
        one.MapPost("/ek/{no:int}", (string number, int no, HttpContext http, CasePage page, CancellationToken stop) => page.FileAsync(number, no, http, stop));
        one.MapPost("/adim", (string number, HttpContext http, CasePage page, CancellationToken stop) => page.StepAsync(number, http, stop));
        one.MapPost("/gorevlendir", (string number, HttpContext http, CasePage page, CancellationToken stop) => page.AssignAsync(number, http, stop));
        one.MapPost("/bagla", (string number, HttpContext http, CasePage page, CancellationToken stop) => page.LinkAsync(number, http, stop));
        one.MapPost("/ziyaret", (string number, HttpContext http, CasePage page, CancellationToken stop) => page.VisitAsync(number, http, stop));
        one.MapPost("/mesaj", (string number, HttpContext http, CasePage page, CancellationToken stop) => page.MessageAsync(number, http, stop));
    }

    static void MapRecords(RouteGroupBuilder pages)
    {
        var records = Of(pages, "/gorevli/kayit");
        records.MapGet("", RecordPage.Show);
        records.MapPost("", (HttpContext http, RecordPage page, CancellationToken stop) => page.PostAsync(http, stop));
        records.MapPost("/kuyruk", (HttpContext http, RecordPage page, CancellationToken stop) => page.QueuedAsync(http, stop));
        var ways = Of(pages, "/gorevli/yol");
        ways.MapGet("", (HttpContext http, ReferralPage page, CancellationToken stop) => page.ShowAsync(http, stop));
        ways.MapPost("", (HttpContext http, ReferralPage page, CancellationToken stop) => page.PostAsync(http, stop));
    }

    static void MapTeam(RouteGroupBuilder pages)
    {
        var team = Of(pages, "/gorevli/ekip");
        team.MapGet("", (HttpContext http, TeamPage page, CancellationToken stop) => page.ShowAsync(http, stop));
        team.MapPost("/{bureau}/paylastir", (string bureau, HttpContext http, TeamPage page, CancellationToken stop) => page.ShareAsync(bureau, http, stop));
        team.MapPost("/sms/{id:long}", (long id, HttpContext http, TeamPage page, CancellationToken stop) => page.RetryAsync(id, http, stop));
    }

    static void MapVisits(RouteGroupBuilder pages)
    {
        var visits = Of(pages, "/gorevli/ziyaretler");
        visits.MapGet("", (HttpContext http, VisitsPage page, CancellationToken stop) => page.ShowAsync(http, stop));
        visits.MapPost("", (HttpContext http, VisitsPage page, CancellationToken stop) => page.AskAsync(http, stop));
        visits.MapPost("/{id:guid}/plan", (Guid id, HttpContext http, VisitsPage page, CancellationToken stop) => page.PlanAsync(id, http, stop));
        visits.MapPost("/{id:guid}/sonuc", (Guid id, HttpContext http, VisitsPage page, CancellationToken stop) => page.ResultAsync(id, http, stop));
        visits.MapPost("/{id:guid}/iptal", (Guid id, HttpContext http, VisitsPage page, CancellationToken stop) => page.CancelAsync(id, http, stop));
    }

    static void MapNaming(RouteGroupBuilder pages)
    {
        var staff = Of(pages, "/gorevli/gorevliler");
        staff.MapGet("", (HttpContext http, NameStaffPage page, CancellationToken stop) => page.ShowAsync(http, stop));
        staff.MapPost("", (HttpContext http, NameStaffPage page, CancellationToken stop) => page.AddAsync(http, stop));
        staff.MapPost("/{id:guid}/yetki", (Guid id, HttpContext http, NameStaffPage page, CancellationToken stop) => page.ChangeAsync(id, http, stop));
        staff.MapPost("/{id:guid}/ekip", (Guid id, HttpContext http, NameStaffPage page, CancellationToken stop) => page.TeamAsync(id, http, stop));
        staff.MapPost("/{id:guid}/kayit-kodu", (Guid id, HttpContext http, NameStaffPage page, CancellationToken stop) => page.EnrolAsync(id, http, stop));
        staff.MapPost("/{id:guid}/kapat", (Guid id, HttpContext http, NameStaffPage page, CancellationToken stop) => page.CloseAsync(id, http, stop));
        staff.MapPost("/{id:guid}/ac", (Guid id, HttpContext http, NameStaffPage page, CancellationToken stop) => page.OpenAsync(id, http, stop));
    }

    static void MapSettings(RouteGroupBuilder pages)
    {
        var criteria = Of(pages, "/gorevli/olcutler");
        criteria.MapGet("", (HttpContext http, SettingsPages page, CancellationToken stop) => page.CriteriaAsync(http, stop));
        criteria.MapPost("", (HttpContext http, SettingsPages page, CancellationToken stop) => page.PutCriteriaAsync(http, stop));
        var leave = Of(pages, "/gorevli/izinler");
        leave.MapGet("", (HttpContext http, SettingsPages page, CancellationToken stop) => page.LeaveAsync(http, stop));
        leave.MapPost("", (HttpContext http, SettingsPages page, CancellationToken stop) => page.AddLeaveAsync(http, stop));
        leave.MapPost("/{id:guid}/geri-al", (Guid id, HttpContext http, SettingsPages page, CancellationToken stop) => page.WithdrawLeaveAsync(id, http, stop));
        var emergencies = Of(pages, "/gorevli/ohal");
        emergencies.MapGet("", (HttpContext http, SettingsPages page, CancellationToken stop) => page.EmergenciesAsync(http, stop));
        emergencies.MapPost("", (HttpContext http, SettingsPages page, CancellationToken stop) => page.DeclareAsync(http, stop));
    }
}
