using Xunit;

namespace AcikKapi.Tests.Support;

/// <summary>What `./acikkapi test` runs only when asked to.</summary>
public static class Suites
{
    /// <summary>--slow: what takes over 30 seconds.</summary>
    public static bool Slow { get; } = IsOn("ACIKKAPI_SLOW");

    /// <summary>--oracles: comparisons with reference programs.</summary>
    public static bool Oracles { get; } = IsOn("ACIKKAPI_ORACLES");

    /// <summary>--faults: what breaks things on purpose.</summary>
    public static bool Faults { get; } = IsOn("ACIKKAPI_FAULTS");

    public static void SkipUnlessSlow() => Assert.SkipUnless(Slow, "ACIKKAPI_SLOW is not 1");

    public static void SkipUnlessOracles() => Assert.SkipUnless(Oracles, "ACIKKAPI_ORACLES is not 1");

    public static void SkipUnlessFaults() => Assert.SkipUnless(Faults, "ACIKKAPI_FAULTS is not 1");

    static bool IsOn(string variable) => Environment.GetEnvironmentVariable(variable) == "1";
}
