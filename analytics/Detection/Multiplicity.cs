namespace AcikKapi.Analytics.Detection;

/// <summary>Many tests in one night: the false discovery rate (Benjamini and Hochberg 1995).</summary>
public static class Multiplicity
{
    /// <summary>Adjusted p-values in the order given: calling all that are ≤ q keeps the expected share of false calls ≤ q.</summary>
    public static double[] Adjust(IReadOnlyList<double> pValues) => AdjustWeighed([.. pValues.Select(p => p * pValues.Count)]);

    /// <summary>The same of p-values that were multiplied by the number of tests, each over its weight, already.</summary>
    public static double[] AdjustWeighed(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderByDescending(i => values[i]).ToArray();
        var adjusted = new double[values.Count];
        var smallest = 1.0;
        for (var i = 0; i < order.Length; i++)
        {
            var rank = order.Length - i;
            smallest = Math.Min(smallest, values[order[i]] / rank);
            adjusted[order[i]] = smallest;
        }

        return adjusted;
    }
}
