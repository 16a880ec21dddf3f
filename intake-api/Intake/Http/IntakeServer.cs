using System.Globalization;
using System.Net;
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
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Referrals;
using AcikKapi.Intake.Routing;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.Staff.SignIn;
using AcikKapi.Intake.Suggestions;
using AcikKapi.Intake.TipOffs;
using AcikKapi.Intake.Units;
using AcikKapi.Intake.Visits;
using AcikKapi.Intake.Workbench;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.Extensions.Logging.Console;

namespace AcikKapi.Intake.Http;

/// <summary>The web application, put together: services, pipeline, routes.</summary>
public static class IntakeServer
{
    public static async Task RunAsync(IntakeSettings settings, CancellationToken stop)
    {
        await using var server = Build(settings);
        await server.StartAsync(stop);
        await Console.Error.WriteLineAsync($"Listening on {string.Join(", ", server.Urls)}");
        await server.WaitForShutdownAsync(stop);
    }

    /// <param name="more">Services of whoever runs it besides: a test's provider, a test's suggestions.</param>
    /// <exception cref="Domain.UserError">The keys folder is not made yet.</exception>
    public static WebApplication Build(IntakeSettings settings, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        Log(builder.Logging);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = JsonBody.SwallowedBytes;
            kestrel.Listen(IPAddress.Loopback, settings.Port);
        });
        AddOperations(builder.Services, settings);
        builder.Services.ConfigureHttpJsonOptions(options => IntakeJson.Configure(options.SerializerOptions));
        builder.Services.AddExceptionHandler<HandleExceptions>();
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Açık Kapı başvuru hizmeti";
            document.Info.Description = "Başvuru alma ve izleme. Hatalar RFC 9457 problem+json biçiminde, Türkçedir.";
            return Task.CompletedTask;
        }));
        RateLimits.Add(builder.Services, settings);
        Telemetry.Add(builder.Services);

        more?.Invoke(builder.Services);

        var server = builder.Build();
        if (settings.KnownProxies.Count > 0) server.UseForwardedHeaders();
        server.Use(SecureHeaders.SetAsync);
        server.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask, SuppressDiagnosticsCallback = _ => true });
        server.UseStatusCodePages(context => Problems.Answer(context.HttpContext, Problems.OfStatus(context.HttpContext.Response.StatusCode)));
        server.Use(LogRefusals.RunAsync);
        server.UseRateLimiter();
        server.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always, HttpOnly = HttpOnlyPolicy.Always });
        server.UseAuthentication();
        server.UseAntiforgery();
        Routes.Map(server);
        return server;
    }

    static void AddOperations(IServiceCollection services, IntakeSettings settings)
    {
        services.AddSingleton(settings).AddSingleton(TimeProvider.System).AddSingleton(new KeyFolder(settings.Keys).Pseudonymizer());
        services.AddSingleton(_ => IntakeDatabase.Open(settings.Connection)).AddSingleton<PlaceTransaction>();
        services.AddSingleton<SharedCommits>().AddHostedService(all => all.GetRequiredService<SharedCommits>());
        SignInServices.Add(services, settings);
        AccessServices.Add(services, new KeyFolder(settings.Keys));
        services.AddSingleton<AuthenticateStaff>().AddSingleton<RequestClock>().AddSingleton<Readiness>();
        services.AddSingleton<WriteApplication>().AddSingleton<SubmitApplication>().AddSingleton<GetApplication>().AddSingleton<ReadAnswer>().AddSingleton<ExplainDeadline>();
        services.AddSingleton<ApplicationLog>().AddSingleton<HandOver>().AddSingleton<CountRejections>().AddSingleton<RecordEvent>().AddSingleton<RateApplication>().AddSingleton<ReopenApplication>();
        services.AddSingleton<SettingsDesk>().AddSingleton<ListSettingsChanges>();
        services.AddSingleton(new TipOffSeal(new KeyFolder(settings.Keys).Bytes(KeyFolder.TipOff))).AddSingleton<OpenWords>().AddSingleton<RevealNationalId>().AddSingleton<BulkWork>().AddSingleton<ListApplications>().AddSingleton<ShowCase>().AddSingleton<ListFollowUps>();
        AttachmentRoutes.Add(services);
        TipOffRoutes.Add(services);
        ReferralRoutes.Add(services);
        ClockRoutes.Add(services);
        RoutingRoutes.Add(services);
        UnitRoutes.Add(services);
        BureauRoutes.Add(services);
        DuplicateRoutes.Add(services);
        SuggestionRoutes.Add(services, settings);
        VisitRoutes.Add(services);
        NotificationRoutes.Add(services, settings);
        Open311Routes.Add(services);
        StaffRoutes.Add(services);
        PerformanceRoutes.Add(services);
        FlagRoutes.Add(services);
        WorkbenchRoutes.Add(services);
        PageRoutes.Add(services);
        services.AddHostedService<ForgetOldKeys>();
    }

    static void Log(ILoggingBuilder logging)
    {
        logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.Critical) // names tokens; what failed is on the page and in the provider's log
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // its keys lie in a folder of their owner alone, as all others do
        logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ssZ "));
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
