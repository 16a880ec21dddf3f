using AcikKapi.Intake.Http;

namespace AcikKapi.Intake.Open311;

/// <summary>Services and addresses of Open311 GeoReport v2 (http://wiki.open311.org/GeoReport_v2) with updates, as XML and JSON.</summary>
public static class Open311Routes
{
    public static void Add(IServiceCollection services) => services
        .Configure<RouteOptions>(options => options.SetParameterPolicy<Format>("geoReport"))
        .AddSingleton<CheckApiKey>().AddSingleton<Discovery>().AddSingleton<PostRequest>().AddSingleton<FindToken>().AddSingleton<ListRequests>().AddSingleton<ListUpdates>().AddSingleton<PostUpdate>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var door = routes.MapGroup("/open311/v2").WithTags("Open311");
        door.MapGet("/discovery.{format:geoReport}", (string format, HttpContext http, Discovery discovery) =>
            Door.GetAsync(http, format, call => Task.FromResult(discovery.Describe(call.Request)))).WithSummary("Open311: uç noktalar ve biçimler");
        door.MapGet("/services.{format:geoReport}", (string format, HttpContext http) =>
            Door.GetAsync(http, format, call => Task.FromResult(Services.List(call)))).WithSummary("Open311: hizmetler, yani başlıklar ve konular");
        door.MapGet("/services/{code}.{format:geoReport}", (string code, string format, HttpContext http) =>
            Door.GetAsync(http, format, call => Task.FromResult(Services.Define(code, call)))).WithSummary("Open311: bir hizmetin sorduğu bilgiler");
        door.MapPost("/requests.{format:geoReport}", (string format, HttpContext http, PostRequest post, CancellationToken stop) =>
            Door.PostAsync(http, format, call => post.RunAsync(call, stop), stop)).WithSummary("Open311: başvuru yapar: form, api_key ile").Produces(201);
        door.MapGet("/requests.{format:geoReport}", (string format, HttpContext http, ListRequests list, CancellationToken stop) =>
            Door.GetAsync(http, format, call => list.RunAsync(call, stop))).WithSummary("Open311: başvurular; anahtarın kendi yaptıkları tam, öbürleri yalnız başlık, durum, gün ve ilçe").RequireRateLimiting(RateLimits.Submissions);
        door.MapGet("/requests/{id}.{format:geoReport}", (string id, string format, HttpContext http, ListRequests list, CancellationToken stop) =>
            Door.GetAsync(http, format, call => list.OneAsync(id, call, stop))).WithSummary("Open311: bir başvuru").RequireRateLimiting(RateLimits.Submissions);
        door.MapGet("/tokens/{token}.{format:geoReport}", (string token, string format, HttpContext http, FindToken find, CancellationToken stop) =>
            Door.GetAsync(http, format, call => find.RunAsync(token, call, stop))).WithSummary("Open311: gönderirken verilen token'ın başvurusu").RequireRateLimiting(RateLimits.Submissions);
        door.MapGet("/servicerequestupdates.{format:geoReport}", (string format, HttpContext http, ListUpdates list, CancellationToken stop) =>
            Door.GetAsync(http, format, call => list.RunAsync(call, stop))).WithSummary("Open311 eki: başvuruların adımları").RequireRateLimiting(RateLimits.Submissions);
        door.MapPost("/servicerequestupdates.{format:geoReport}", (string format, HttpContext http, PostUpdate post, CancellationToken stop) =>
            Door.PostAsync(http, format, call => post.RunAsync(call, stop), stop)).WithSummary("Open311 eki: başvuruya ekleme yapar: form, api_key ile").Produces(200);

        // The two addresses that share a segment with ones to post to: without these a POST would find no address, not the wrong method.
        foreach (var read in (string[])["/discovery.{format:geoReport}", "/services.{format:geoReport}"])
            door.MapPost(read, () => TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed)).ExcludeFromDescription();
    }

    /// <summary>The format is the address's ending; there is no other.</summary>
    sealed class Format : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) => values[routeKey] is "xml" or "json";
    }
}
