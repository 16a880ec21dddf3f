namespace AcikKapi.Cli.Benchmarks;

/// <summary>One line of the bench: the median of several runs, and what it is measured against in the same run.</summary>
/// <param name="Ratio">Value by what it is compared with; for a limit, the share of it that is used up.</param>
sealed record Figure(string Name, double Value, string Unit, string ComparedWith, double Ratio);

/// <summary>Prepares, measures, prints its figures; leaves nothing running.</summary>
interface IBenchmark
{
    string Name { get; }

    Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel);
}
