using AcikKapi.Reports.Model;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Briefs;

public sealed class RatioTests
{
    static readonly Gen<long?> Count = Gen.Long[0, 1000].Nullable();

    [Fact]
    public void HiddenPart_HidesTheQuotient() =>
        Gen.Select(Count, Count).Sample((part, whole) =>
        {
            var ratio = Ratio.Of(part, whole);
            return ratio.IsSuppressed == (part is null || whole is null) && (ratio.Value is null || !ratio.IsSuppressed);
        });

    [Fact]
    public void LocationQuotient_OfTheCountrysOwnShareIsOne()
    {
        var type = new TypeRow { Received = 50, ScopeReceived = 200, CountryReceived = 1000, CountryTotal = 4000 };
        Assert.Equal(1, type.AgainstCountry.Value);
    }

    [Fact]
    public void UnknownPopulation_GivesNoRate()
    {
        Assert.Equal(Ratio.Undefined, Ratio.PerHundredThousand(5, null));
        Assert.Equal(Ratio.Suppressed, Ratio.PerHundredThousand(null, 1000));
    }
}
