using AcikKapi.Intake.Http;

namespace AcikKapi.Intake.Suggestions;

/// <summary>Services and address of type suggestions.</summary>
public static class SuggestionRoutes
{
    public static void Add(IServiceCollection services, IntakeSettings settings) => services
        .AddSingleton(all => new TypeModel(settings.TypeModel, all.GetRequiredService<ILogger<TypeModel>>()))
        .AddSingleton<SuggestTypesOfText>().AddSingleton<ISuggestTypes>(all => all.GetRequiredService<SuggestTypesOfText>());

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/type-suggestions", (HttpContext http, SuggestTypesOfText suggest, CancellationToken stop) => suggest.RunAsync(http, stop)).WithTags("Başvurular")
            .WithSummary("Göndermeden önce: metne göre en olası üç tür, belirleyen sözcüklerle; emin değilse boş")
            .Accepts<TypeQuestion>("application/json").Produces<TypeAnswer>().ProducesProblem(400).ProducesProblem(422).ProducesProblem(429).RequireRateLimiting(RateLimits.Submissions);
}
