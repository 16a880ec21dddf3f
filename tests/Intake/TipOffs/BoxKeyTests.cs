using AcikKapi.Intake.TipOffs;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Intake.TipOffs;

public sealed class BoxKeyTests
{
    [Fact]
    public void Key_IsSixteenLettersAndDigitsThatTellAllEightyBits() => Gen.Byte.Array[BoxKey.Bytes].Sample(secret =>
    {
        var key = BoxKey.Of(secret);
        Assert.Matches("^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$", key);
        for (var bit = 0; bit < 80; bit++)
        {
            var other = (byte[])secret.Clone();
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(key, BoxKey.Of(other));
        }
    }, iter: 200);

    [Theory]
    [InlineData("0123-4567-89ab-cdef", "0123456789abcdef")]
    [InlineData("0123-4567-89ab-cdef", " 0123 4567 89AB CDEF ")]
    [InlineData("0123-4567-89ab-cdef", "oİ23-4567-89ab-cdef")] // O for zero; a Turkish İ for one
    [InlineData("0123-4567-89ab-cdef", "0l23-4567-89ab-cdef")]
    public void KeyCopiedByHand_IsTheSameKey(string key, string copied) => Assert.Equal(BoxKey.Hash(key), BoxKey.Hash(copied));

    [Fact]
    public void AnotherKey_HasAnotherHash() => Assert.NotEqual(BoxKey.Hash("0123-4567-89ab-cdef"), BoxKey.Hash("0123-4567-89ab-cdeg"));
}
