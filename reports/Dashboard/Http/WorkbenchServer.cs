using System.Diagnostics;
using System.Net;
using AcikKapi.Dashboard.Pages;
using AcikKapi.Dashboard.Releases;
using AcikKapi.Dashboard.SignIn;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Logging.Console;

namespace AcikKapi.Dashboard.Http;

/// <summary>The web application, put together: services, pipeline, routes.</summary>
public static class WorkbenchServer
{
    const int LargestForm = 64 * 1024;

    public static WebApplication Build(WorkbenchSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        Log(builder.Logging);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestForm;
            kestrel.Listen(IPAddress.Loopback, settings.Port);
        });
        builder.Services.AddSingleton(settings).AddSingleton<CurrentRelease>();
        builder.Services.AddRazorComponents();
        // A page's only secret, the antiforgery token, is sealed anew in every answer, so that its length and repetition tell nothing.
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        Routes.Add(builder.Services);
        SharedSignIn.Add(builder.Services, settings);

        var server = builder.Build();
        server.UseResponseCompression();
        server.Use(SecureHeaders.SetAsync);
        server.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerFailureAsync, SuppressDiagnosticsCallback = _ => true });
        server.UseStatusCodePages(context => Page.Problem(context.HttpContext.Response.StatusCode, "Aradığınız bulunamadı", "Adres yanlış ya da sayfa sizin göreviniz için değil.").ExecuteAsync(context.HttpContext));
        server.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always, HttpOnly = HttpOnlyPolicy.Always });
        server.UseAuthentication();
        server.UseMiddleware<BeginVisit>();
        server.UseAntiforgery();
        Routes.Map(server);
        return server;
    }

    /// <summary>A page in Turkish for the reader; type and place for the log, never the message, which may quote what was asked.</summary>
    static Task AnswerFailureAsync(HttpContext http)
    {
        var error = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var own = new StackTrace(error!).GetFrames().Select(frame => frame.GetMethod()?.DeclaringType).FirstOrDefault(type => type?.Namespace?.StartsWith("AcikKapi", StringComparison.Ordinal) == true);
        http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("AcikKapi.Dashboard.Failures").LogError("{Type} at {Place}", error?.GetType().Name, (own?.DeclaringType ?? own)?.FullName ?? "unknown");
        return Page.Problem(StatusCodes.Status500InternalServerError, "Beklenmeyen bir sorun oldu", "Sorun kaydedildi. Lütfen daha sonra yeniden deneyin.").ExecuteAsync(http);
    }

    static void Log(ILoggingBuilder logging)
    {
        logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ssZ "));
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
