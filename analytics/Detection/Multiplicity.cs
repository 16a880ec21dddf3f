namespace AcikKapi.Analytics.Detection;

/// <summary>Many tests in one night: the false discovery rate (Benjamini and Hochberg 1995) within one family.</summary>
public static class Multiplicity
{
    /// <summary>Adjusted p-values in the order given: calling all that are ≤ q keeps the expected share of false calls ≤ q.</summary>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        var order = Enumerable.Range(0, pValues.Count).OrderByDescending(i => pValues[i]).ToArray();
        var adjusted = new double[pValues.Count];
        var smallest = 1.0;
        for (var i = 0; i < order.Length; i++)
        {
            var rank = order.Length - i;
            smallest = Math.Min(smallest, pValues[order[i]] * order.Length / rank);
            adjusted[order[i]] = smallest;
        }

        return adjusted;
    }
}
