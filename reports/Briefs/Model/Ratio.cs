namespace AcikKapi.Reports.Model;

/// <summary>
/// A quotient of two published counts. Suppressed when either count is hidden, undefined when the divisor is zero
/// or unknown; so no share can be printed that the counts beside it do not give.
/// </summary>
public readonly record struct Ratio(double? Value, bool IsSuppressed)
{
    public static Ratio Undefined { get; } = new(null, false);

    public static Ratio Suppressed { get; } = new(null, true);

    /// <summary>part / whole × per.</summary>
    public static Ratio Of(long? part, long? whole, double per = 1) =>
        part is null || whole is null ? Suppressed
        : whole == 0 ? Undefined
        : new(part.Value * per / whole.Value, false);

    /// <summary>(now − before) / before.</summary>
    public static Ratio Change(long? now, long? before) =>
        now is null || before is null ? Suppressed
        : before == 0 ? Undefined
        : new((double)(now.Value - before.Value) / before.Value, false);

    /// <summary>Applications per 100,000 inhabitants; undefined where the population is unknown.</summary>
    public static Ratio PerHundredThousand(long? received, long? population) =>
        population is null or 0 ? Undefined : Of(received, population, 100_000);

    public static Ratio operator /(Ratio left, Ratio right) =>
        left.IsSuppressed || right.IsSuppressed ? Suppressed
        : left.Value is null || right.Value is null or 0 ? Undefined
        : new(left.Value / right.Value, false);

    public Ratio Complement() => Value is { } value ? new(1 - value, false) : this;
}
