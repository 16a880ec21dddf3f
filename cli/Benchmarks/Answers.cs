using Sylvan.Data.Csv;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>Labels and what was predicted for them, row by row in the same order for whoever was asked.</summary>
sealed record Answers(string[] Truth, string[] Predicted)
{
    const int Draws = 2_000;

    public double Accuracy => Share(Enumerable.Range(0, Truth.Length).ToArray());

    public double MacroF1 => F1(Enumerable.Range(0, Truth.Length).ToArray());

    public static Answers Read(params IEnumerable<string> files)
    {
        var (truth, predicted) = (new List<string>(), new List<string>());
        foreach (var file in files)
        {
            using var csv = CsvDataReader.Create(file);
            for (; csv.Read(); predicted.Add(csv.GetString(2))) truth.Add(csv.GetString(1));
        }

        return new Answers([.. truth], [.. predicted]);
    }

    /// <summary>95 % interval by the bootstrap over texts.</summary>
    public (double Low, double High) Interval(Func<Answers, int[], double> figure) => Middle(Drawn(Truth.Length).Select(rows => figure(this, rows)));

    /// <summary>How much more macro-F1 than another's, on the same texts: 95 % interval by the paired bootstrap, and the share of draws with less.</summary>
    public (double Low, double High, double Below) MoreF1Than(Answers other)
    {
        var differences = Drawn(Truth.Length).Select(rows => F1(rows) - other.F1(rows)).ToArray();
        var (low, high) = Middle(differences);
        return (low, high, differences.Average(d => d < 0 ? 1.0 : 0));
    }

    public double Share(int[] rows) => rows.Average(i => Truth[i] == Predicted[i] ? 1.0 : 0);

    public double F1(int[] rows)
    {
        var counts = new Dictionary<string, (int Both, int Either)>(StringComparer.Ordinal);
        foreach (var i in rows)
        {
            Add(Truth[i], Truth[i] == Predicted[i]);
            Add(Predicted[i], both: false);
        }

        return counts.Values.Average(c => 2.0 * c.Both / c.Either);

        void Add(string label, bool both)
        {
            var (known, either) = counts.GetValueOrDefault(label);
            counts[label] = (known + (both ? 1 : 0), either + 1);
        }
    }

    public IEnumerable<(string Label, int Texts, double Precision, double Recall)> PerLabel() => Truth.Distinct().Order(StringComparer.Ordinal).Select(label => (
        label, Truth.Count(t => t == label),
        Truth.Zip(Predicted).Where(r => r.Second == label).Select(r => r.First == label ? 1.0 : 0).DefaultIfEmpty().Average(),
        Truth.Zip(Predicted).Where(r => r.First == label).Average(r => r.Second == label ? 1.0 : 0)));

    /// <summary>The commonest first.</summary>
    public IEnumerable<(string Truth, string Predicted, int Texts)> Confusions() => Truth.Zip(Predicted).Where(r => r.First != r.Second)
        .CountBy(r => r).OrderByDescending(c => c.Value).ThenBy(c => c.Key.First, StringComparer.Ordinal).Select(c => (c.Key.First, c.Key.Second, c.Value));

    static IEnumerable<int[]> Drawn(int texts)
    {
        var random = new Random(1);
        for (var draw = 0; draw < Draws; draw++)
        {
            var rows = new int[texts];
            for (var i = 0; i < texts; i++) rows[i] = random.Next(texts);
            yield return rows;
        }
    }

    static (double Low, double High) Middle(IEnumerable<double> draws)
    {
        var sorted = draws.Order().ToArray();
        return (sorted[sorted.Length / 40], sorted[^(sorted.Length / 40)]);
    }
}
