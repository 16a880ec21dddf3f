using System.Diagnostics;
using System.Net.Sockets;
using AcikKapi.Intake.Postgres;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace AcikKapi.Intake.Http;

/// <summary>
/// The last net: a problem in Turkish for the caller; type, SQLSTATE and place for the log. Messages of exceptions
/// are never logged: PostgreSQL quotes values in them.
/// </summary>
public sealed class HandleExceptions(ILogger<HandleExceptions> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception error, CancellationToken stop)
    {
        if (http.RequestAborted.IsCancellationRequested) return true; // nobody is listening any more
        var problem = error switch
        {
            BadHttpRequestException bad => Problems.OfStatus(bad.StatusCode),
            InvalidDataException => Problems.OfStatus(StatusCodes.Status413PayloadTooLarge), // a form beyond its limits
            _ when error is OverloadedException || IsDatabaseAway(error) => Problems.Unavailable(http),
            _ => Problems.Of(StatusCodes.Status500InternalServerError, "Beklenmeyen bir sorun oldu", "Sorun kaydedildi. Lütfen daha sonra yeniden deneyin."),
        };
        if (problem.StatusCode >= StatusCodes.Status500InternalServerError)
            log.LogError("{Type} {SqlState} at {Place}", error.GetType().Name, (error as PostgresException)?.SqlState, Place(error));
        await Problems.Answer(http, problem);
        return true;
    }

    /// <summary>Unreachable, refusing connections, shutting down, or without a free connection in time.</summary>
    public static bool IsDatabaseAway(Exception error) => error switch
    {
        PostgresException refused => refused.IsTransient || refused.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException or SocketException or TimeoutException => true,
        _ => false,
    };

    static string Place(Exception error)
    {
        var own = new StackTrace(error).GetFrames().Select(f => f.GetMethod()?.DeclaringType).FirstOrDefault(t => t?.Namespace?.StartsWith("AcikKapi", StringComparison.Ordinal) == true);
        return (own?.DeclaringType ?? own)?.FullName ?? "unknown";
    }
}
