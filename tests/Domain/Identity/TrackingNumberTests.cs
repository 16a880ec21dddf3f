using AcikKapi.Domain.Identity;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Domain.Identity;

public sealed class TrackingNumberTests
{
    [Fact]
    public void Created_IsParsedToItsProvince() => Gen.Int[1, 81].Sample(province =>
        TrackingNumber.TryParse(TrackingNumber.Create(province), out var parsed) && parsed == province);

    [Fact]
    public void HundredThousand_AreAllDifferentAndUseEveryDigitAlike()
    {
        var numbers = Enumerable.Range(0, 100_000).Select(_ => TrackingNumber.Create(76)).ToList();

        Assert.Equal(numbers.Count, numbers.Distinct(StringComparer.Ordinal).Count());
        Assert.All(numbers, n => Assert.StartsWith("76", n, StringComparison.Ordinal));
        // Each of 16 places should hold each digit 10,000 times; 700 off is 7 standard deviations.
        for (var place = 2; place < 18; place++)
            Assert.All(numbers.CountBy(n => n[place]), count => Assert.InRange(count.Value, 9_300, 10_700));
    }

    [Theory]
    [InlineData("00123456789012345678")]
    [InlineData("001234567890123456")]
    [InlineData("821234567890123456")]
    [InlineData("7612345678901234567")]
    [InlineData("76123456789012345")]
    [InlineData("76123456789012345x")]
    [InlineData("٧٦1234567890123456")]
    [InlineData("")]
    [InlineData(null)]
    public void Malformed_IsRefused(string? text)
    {
        Assert.False(TrackingNumber.TryParse(text, out var province));
        Assert.Equal(0, province);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(82)]
    public void NoSuchPlate_GetsNoNumber(int province) => Assert.Throws<ArgumentOutOfRangeException>(() => TrackingNumber.Create(province));
}
