namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>What a reader who knows a release's rule concludes from one told or hidden count alone.</summary>
abstract record ToldRule(string Name)
{
    public static ToldRule Published { get; } = new RoundedRule();

    public static ToldRule Ministry { get; } = new ExactRule();

    /// <summary>Lowest and highest count, both inclusive.</summary>
    public abstract (long Low, long High) Bounds(long? told, CellKind kind);

    /// <summary>Fewer are small: hidden for their own sake.</summary>
    public abstract long Least(CellKind kind);

    /// <summary>How a whole that gives its parts away is told instead; null: not at all.</summary>
    public abstract long? Coarser(long told, CellKind kind);

    /// <summary>A 0 is always told, and what is hidden to protect another may be any count.</summary>
    protected static (long, long) Hidden(CellKind kind) => (kind.MayBeZero ? 0 : 1, CellSystem.Unbounded);

    sealed record RoundedRule() : ToldRule("published")
    {
        // A national total is exact, unless that gave a province away: then it is rounded like the rest, and no reader can tell.
        public override (long Low, long High) Bounds(long? told, CellKind kind) =>
            told is not { } count ? Hidden(kind)
            : count == 0 || (kind.IsNational && count % 5 != 0) ? (count, count)
            : (Math.Max(count - 2, kind.IsNational ? 1 : Least(kind)), count + 2);

        public override long Least(CellKind kind) => kind.IsSensitive ? 10 : 8;

        public override long? Coarser(long told, CellKind kind) => kind.IsNational && told % 5 != 0 && told >= 8 ? (told + 2) / 5 * 5 : null;
    }

    sealed record ExactRule() : ToldRule("ministry")
    {
        public override (long Low, long High) Bounds(long? told, CellKind kind) => told is { } count ? (count, count) : Hidden(kind);

        public override long Least(CellKind kind) => kind.IsSensitive ? 10 : 5;

        public override long? Coarser(long told, CellKind kind) => null;
    }
}
