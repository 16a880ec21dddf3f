namespace AcikKapi.Simulator;

/// <summary>
/// A seeded source of chance (SplitMix64) that gives the same numbers on every machine and .NET version.
/// One is made for each province, block or person, never for a thread: rows do not depend on how many work.
/// </summary>
public sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A source of its own for what the keys name.</summary>
    public static Dice For(ulong seed, string purpose, long a = 0, long b = 0)
    {
        var state = seed;
        foreach (var letter in purpose) state = Mix(state ^ letter);
        return new Dice(Mix(Mix(state ^ (ulong)a) ^ (ulong)b));
    }

    public ulong Bits() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>In [0, 1).</summary>
    public double Share() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>In [0, below).</summary>
    public int Below(int below) => (int)(((Bits() >> 32) * (ulong)below) >> 32);

    public int Between(int from, int to) => from + Below(to - from + 1);

    public bool Chance(double probability) => Share() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Standard normal (Box and Muller, one of the pair).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());

    public double LogNormal(double median, double sigma) => median * Math.Exp(sigma * Normal());

    public double Exponential(double mean) => -mean * Math.Log(1 - Share());

    /// <summary>Gamma with the given shape, scale 1 (Marsaglia and Tsang 2000; below shape 1 by their boost).</summary>
    public double Gamma(double shape)
    {
        if (shape < 1) return Gamma(shape + 1) * Math.Pow(1 - Share(), 1 / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = Math.Pow(1 + c * x, 3);
            if (v > 0 && Math.Log(1 - Share()) < x * x / 2 + d - d * v + d * Math.Log(v)) return d * v;
        }
    }

    /// <summary>Poisson: by multiplication, in parts of mean 16 so that the product never underflows.</summary>
    public int Poisson(double mean)
    {
        var count = 0;
        for (; mean > 16; mean -= 16) count += Poisson(16);
        var limit = Math.Exp(-mean);
        for (var product = Share(); product > limit; product *= Share()) count++;
        return count;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
