using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Http;

/// <summary>GET /readyz: 200 when a migrated database answers, else 503 with a sentence.</summary>
public sealed class Readiness(PlaceTransaction database)
{
    public async Task<IResult> RunAsync(HttpContext http, CancellationToken stop)
    {
        try
        {
            await database.RunAsync(place: null, work => work.FindAsync<bool>("Http/Readiness.sql", new { }), stop);
            return TypedResults.Text("ready");
        }
        catch (Exception error) when (HandleExceptions.IsDatabaseAway(error))
        {
            return Problems.Unavailable(http);
        }
    }
}
