using System.Globalization;
using AcikKapi.Domain.Identity;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Domain.Identity;

public sealed class NationalIdTests
{
    [Fact]
    public void PublishedExample_Passes() => Assert.True(NationalId.IsValid("10000000146"));

    [Theory]
    [InlineData("12345678901")]
    [InlineData("10000000147")]
    [InlineData("10000000136")]
    [InlineData("00000000000")]
    [InlineData("01000000146")]
    [InlineData("1000000014")]
    [InlineData("100000001466")]
    [InlineData(" 10000000146")]
    [InlineData("1000000014a")]
    [InlineData("١٠٠٠٠٠٠٠١٤٦")]
    [InlineData("")]
    [InlineData(null)]
    public void AnythingElse_Fails(string? id) => Assert.False(NationalId.IsValid(id));

    [Fact]
    public void OnlyOneEndingInAHundred_Passes() => Gen.Int[100_000_000, 999_999_999].Sample(first =>
        Enumerable.Range(0, 100).Count(end => NationalId.IsValid(Digits(first, end))) == 1);

    [Fact]
    public void OneWrongDigit_AlwaysFails() =>
        Gen.Select(Gen.Int[100_000_000, 999_999_999], Gen.Int[0, 10], Gen.Int[1, 9]).Sample((first, place, by) =>
        {
            var id = Digits(first, Enumerable.Range(0, 100).Single(end => NationalId.IsValid(Digits(first, end)))).ToCharArray();
            id[place] = (char)('0' + (id[place] - '0' + by) % 10);
            return !NationalId.IsValid(new string(id));
        });

    static string Digits(int first, int end) => first.ToString(CultureInfo.InvariantCulture) + end.ToString("D2", CultureInfo.InvariantCulture);
}
