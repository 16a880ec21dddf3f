namespace AcikKapi.Analytics.Detection;

/// <summary>The most unusual zone and how many of the last weeks it covers.</summary>
public readonly record struct ScanResult(double Score, int Zone, int Weeks, double Observed, double Expected);

/// <summary>
/// Expectation-based Poisson scan (Neill 2009): of every zone and the last 1 … W weeks, c·ln(c/B) + B − c where more came than
/// was expected. B is scaled to what the whole country had in these weeks, so that a rise of everywhere is no cluster.
/// </summary>
public static class SpaceScan
{
    /// <param name="counts">[weeks − 1][place]: cases of the last so many weeks together.</param>
    /// <param name="expected">The same, expected.</param>
    /// <param name="fewestExpected">Zones that expect less in their weeks are left out.</param>
    public static ScanResult Run(IReadOnlyList<int[]> zones, double[][] counts, double[][] expected, double fewestExpected = 0)
    {
        var best = new ScanResult(0, -1, 0, 0, 0);
        for (var w = 0; w < counts.Length; w++)
        {
            var (came, usual) = (counts[w], expected[w]);
            var whole = usual.Sum();
            if (whole <= 0) continue;
            var scale = came.Sum() / whole;
            for (var z = 0; z < zones.Count; z++)
            {
                var (c, b) = (0.0, 0.0);
                foreach (var place in zones[z])
                {
                    c += came[place];
                    b += usual[place];
                }

                b *= scale;
                if (c <= b || b <= 0 || b < fewestExpected) continue;
                var score = c * Math.Log(c / b) + b - c;
                if (score > best.Score) best = new ScanResult(score, z, w + 1, c, b);
            }
        }

        return best;
    }
}
