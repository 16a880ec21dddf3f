using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using AcikKapi.Warehouse;
using Dapper;
using MathNet.Numerics.Distributions;

namespace AcikKapi.Analytics.Classification;

/// <summary>Whether the model in service still sees what it was made for.</summary>
/// <param name="Psi">Population stability index of the headings it gave (and of abstentions) to applications of the last four weeks against the year before.</param>
/// <param name="Critical">What chance alone exceeds once in twenty: χ² of the cells less one by the two samples' sizes (Yurdakul 2018).</param>
/// <param name="HasDrifted">Above chance and above 0.05, under which nobody would notice.</param>
/// <param name="BlindTexts">Of the last 90 days, typed by people who saw no suggestion, after the model was trained.</param>
/// <param name="BlindError">Share of them for which its likeliest label was another; null where there are none.</param>
public sealed record Drift(string ModelVersion, double Psi, double Critical, bool HasDrifted, int Recent, int Before, int BlindTexts, double? BlindError);

public static class MeasureDrift
{
    const int RecentDays = 28, YearDays = 365, BlindDays = 90, MostBlind = 2_000;
    const double EffectFloor = 0.05, Chance = 0.05;

    /// <summary>Null where no model is in service or nothing was labelled.</summary>
    public static Drift? Run(WarehousePaths paths, DateOnly asOf, int seed, CancellationToken cancel = default)
    {
        if (ModelStore.InService(paths, asOf) is not { } card || !Directory.Exists(paths.Labels) || !Directory.EnumerateFiles(paths.Labels, "*.parquet").Any()) return null;
        var cells = Count(paths, asOf);
        var (psi, critical) = Of([.. cells.Select(c => (c.Recent, c.Before))]);
        var from = new[] { card.TrainedOn, asOf.AddDays(-BlindDays) }.Max();
        var blind = TrainClassifier.Read(paths, "Classification/GateExamples.sql", asOf, seed, from, MostBlind);
        double? error = blind.Count == 0 ? null : PredictTypes.Run(ModelStore.Load(paths, card), blind.ConvertAll(r => r.Text), cancel)
            .Zip(blind, (p, row) => TrainClassifier.IsRight(p, row.Label) ? 0.0 : 1).Average();
        return new Drift(card.Version, psi, critical, psi > Math.Max(critical, EffectFloor), cells.Sum(c => c.Recent), cells.Sum(c => c.Before), blind.Count, error);
    }

    /// <summary>Index and critical value of counts; half a text is added to each cell, so that an empty one is not infinitely far. Both 0 where a side is empty.</summary>
    public static (double Psi, double Critical) Of(IReadOnlyList<(int Recent, int Before)> cells)
    {
        var (recent, before) = (cells.Sum(c => c.Recent), cells.Sum(c => c.Before));
        if (recent == 0 || before == 0 || cells.Count < 2) return (0, 0);
        var psi = cells.Sum(c =>
        {
            var (now, then) = ((c.Recent + 0.5) / (recent + cells.Count / 2.0), (c.Before + 0.5) / (before + cells.Count / 2.0));
            return (now - then) * Math.Log(now / then);
        });
        return (psi, ChiSquared.InvCDF(cells.Count - 1, 1 - Chance) * (1.0 / recent + 1.0 / before));
    }

    static List<(string Heading, int Recent, int Before)> Count(WarehousePaths paths, DateOnly asOf)
    {
        using var raw = DuckDb.Open(paths.Raw, readOnly: true);
        return [.. raw.Query<(string, int, int)>(
            EmbeddedSql.Read(typeof(MeasureDrift).Assembly, "Classification/MeasureDrift.sql")
                .Replace("$labels", $"read_parquet({DuckDb.Quote(Path.Combine(paths.Labels, "*.parquet"))})", StringComparison.Ordinal),
            new
            {
                until = IstanbulTime.EndOfDay(asOf).UtcDateTime,
                recent = IstanbulTime.EndOfDay(asOf.AddDays(-RecentDays)).UtcDateTime,
                since = IstanbulTime.EndOfDay(asOf.AddDays(-RecentDays - YearDays)).UtcDateTime,
                types = string.Join('|', Vocabulary.Current.Types.Select(t => $"{t.Code} {t.HeadingCode}")),
            })];
    }
}
