using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Open311;

/// <summary>A program that files for citizens.</summary>
/// <param name="ProvinceCode">Null: it may file in the whole country.</param>
public sealed record ApiKey(Guid KeyId, string ChannelCode, short? ProvinceCode, int PerMinute);

/// <summary>Whose key a call bears, and whether it has not asked too often: a program files for many, so its own limit counts and not its address's.</summary>
public sealed class CheckApiKey(PlaceTransaction database, IntakeSettings settings) : IDisposable
{
    readonly ConcurrentDictionary<Guid, SlidingWindowRateLimiter> limits = new();

    /// <summary>Null for none, an unknown or a disabled one.</summary>
    public async Task<ApiKey?> OfAsync(Call call, CancellationToken stop)
    {
        if (call.ApiKey is not { } key) return null;
        var hash = StaffToken.Hash(key);
        return await database.RunAsync(place: null, work => work.FindAsync<ApiKey>("Open311/CheckApiKey.sql", new { hash }), stop);
    }

    /// <summary>For what is written: the key, or why not.</summary>
    public async Task<(ApiKey? Key, Answer? Refusal)> RequireAsync(Call call, CancellationToken stop)
    {
        if (await OfAsync(call, stop) is not { } key) return (null, Answer.Refused(StatusCodes.Status403Forbidden, "api_key verilmedi ya da geçerli değil."));
        if (settings.RateLimit == 0 || Limit(key).AttemptAcquire().IsAcquired) return (key, null);
        call.Request.HttpContext.Response.Headers.RetryAfter = "60";
        return (null, Answer.Refused(StatusCodes.Status429TooManyRequests, "Bu anahtarla kısa sürede çok fazla gönderim yapıldı. Bir dakika bekleyip yeniden deneyin."));
    }

    public void Dispose()
    {
        foreach (var limit in limits.Values) limit.Dispose();
    }

    SlidingWindowRateLimiter Limit(ApiKey key) => limits.GetOrAdd(key.KeyId, static (_, limit) => new SlidingWindowRateLimiter(
        new SlidingWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 }), key.PerMinute);
}
