using AcikKapi.Simulator.Texts;
using Xunit;

namespace AcikKapi.Tests.Simulator.Texts;

public sealed class NounTests
{
    [Theory]
    [InlineData("elektrik fatura*", Case.Bare, Owner.None, "elektrik faturası")]
    [InlineData("elektrik fatura*", Case.Accusative, Owner.None, "elektrik faturasını")]
    [InlineData("elektrik fatura*", Case.Genitive, Owner.Mine, "elektrik faturamın")]
    [InlineData("~yaşlılık aylık*", Case.Bare, Owner.Theirs, "yaşlılık aylığı")]
    [InlineData("~yaşlılık aylık*", Case.Genitive, Owner.Theirs, "yaşlılık aylığının")]
    [InlineData("~maaş", Case.Dative, Owner.Ours, "maaşımıza")]
    [InlineData("sulama su*", Case.Locative, Owner.None, "sulama suyunda")]
    [InlineData("köy yol*", Case.Ablative, Owner.None, "köy yolundan")]
    [InlineData("çukur", Case.With, Owner.None, "çukurla")]
    [InlineData("okul servis*", Case.With, Owner.None, "okul servisiyle")]
    public void Noun_InItsCase(string written, Case @case, Owner owner, string expected) => Assert.Equal(expected, Noun.Parse(written).In(@case, owner));
}
