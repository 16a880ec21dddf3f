using System.Security.Cryptography;
using AcikKapi.Intake.TipOffs;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Intake.TipOffs;

public sealed class TipOffSealTests
{
    const string Number = "761234567890123456", Other = "761234567890123457", OtherProvince = "341234567890123456";

    static readonly TipOffSeal Seal = new(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void ClosedBox_OpensToTheSameWords() => Gen.String.Where(text => !text.Any(char.IsSurrogate)).Sample(text => Assert.Equal(text, Seal.Open(Number, Seal.Close(Number, text))), iter: 2_000);

    [Fact]
    public void SameWords_NeverMakeTheSameBox() => Assert.NotEqual(Seal.Close(Number, "Işık"), Seal.Close(Number, "Işık"));

    [Fact]
    public void ChangedBox_DoesNotOpen() => Gen.Select(Gen.Int[0, 31], Gen.Byte[1, 255]).Sample((at, change) =>
    {
        var box = Seal.Close(Number, "Işık");
        box[at % box.Length] ^= change;
        Assert.ThrowsAny<CryptographicException>(() => Seal.Open(Number, box));
    }, iter: 500);

    [Theory]
    [InlineData(Other)]
    [InlineData(OtherProvince)]
    public void Box_OpensUnderItsOwnNumberOnly(string number) => Assert.ThrowsAny<CryptographicException>(() => Seal.Open(number, Seal.Close(Number, "Işık")));

    [Fact]
    public void AnotherHomesKey_DoesNotOpen() =>
        Assert.ThrowsAny<CryptographicException>(() => new TipOffSeal(RandomNumberGenerator.GetBytes(32)).Open(Number, Seal.Close(Number, "Işık")));

    [Fact]
    public void CutOffBox_IsRefused() => Assert.ThrowsAny<CryptographicException>(() => Seal.Open(Number, Seal.Close(Number, "Işık")[..20]));
}
