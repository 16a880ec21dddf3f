using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.HttpOverrides;

namespace AcikKapi.Intake.Http;

/// <summary>Submissions with searches of the public list, and questions about a number, per client address and minute. A client is an IPv4 address or an IPv6 /64, which is one subscriber.</summary>
public static class RateLimits
{
    public const string Submissions = "submissions", Lookups = "lookups", SignIns = "sign-ins";

    /// <summary>Whoever holds a number may ask for it more often than anybody submits; whoever guesses numbers is stopped all the same.</summary>
    const int LookupsForASubmission = 10;

    const int SignInsAMinute = 20; // a bureau's staff may share one address

    public static void Add(IServiceCollection services, IntakeSettings settings)
    {
        services.AddRateLimiter(options =>
        {
            options.AddPolicy(Submissions, http => settings.RateLimit == 0
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetSlidingWindowLimiter(Client(http), _ => Window(settings.RateLimit)));
            options.AddPolicy(Lookups, http => settings.RateLimit == 0
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetSlidingWindowLimiter("lookup " + Client(http), _ => Window((int)Math.Min(int.MaxValue, (long)settings.RateLimit * LookupsForASubmission))));
            options.AddPolicy(SignIns, http => settings.RateLimit == 0
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetSlidingWindowLimiter("sign-in " + Client(http), _ => Window(SignInsAMinute)));
            options.OnRejected = async (refused, _) =>
            {
                var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                refused.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await Problems.Answer(refused.HttpContext, Problems.Of(StatusCodes.Status429TooManyRequests, "Çok sık istek", "Kısa sürede çok fazla istek geldi. Biraz bekleyip yeniden deneyin."));
            };
        });
        if (settings.KnownProxies.Count > 0) services.Configure<ForwardedHeadersOptions>(options => Believe(options, settings.KnownProxies));
    }

    // Six segments: a burst across the turn of a minute gets no second allowance.
    static SlidingWindowRateLimiterOptions Window(int limit) =>
        new() { PermitLimit = limit, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 };

    static void Believe(ForwardedHeadersOptions options, IReadOnlyList<IPAddress> proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownIPNetworks.Clear(); // loopback is believed by default
        options.KnownProxies.Clear();
        foreach (var proxy in proxies) options.KnownProxies.Add(proxy);
    }

    static string Client(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}
