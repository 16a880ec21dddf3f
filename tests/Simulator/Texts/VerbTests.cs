using AcikKapi.Simulator.Texts;
using Xunit;

namespace AcikKapi.Tests.Simulator.Texts;

public sealed class VerbTests
{
    [Theory]
    [InlineData("gel!", "gelmiyor", "gelmedi", "gelmemiş", "gelmediği", "gelmemesi", "gelmeyen", "gelmesin")]
    [InlineData("yat!", "yatmıyor", "yatmadı", "yatmamış", "yatmadığı", "yatmaması", "yatmayan", "yatmasın")]
    [InlineData("kesil", "kesiliyor", "kesildi", "kesilmiş", "kesildiği", "kesilmesi", "kesilen", "kesilsin")]
    [InlineData("gecik", "gecikiyor", "gecikti", "gecikmiş", "geciktiği", "gecikmesi", "geciken", "geciksin")]
    [InlineData("devam et", "devam ediyor", "devam etti", "devam etmiş", "devam ettiği", "devam etmesi", "devam eden", "devam etsin")]
    [InlineData("reddet", "reddediyor", "reddetti", "reddetmiş", "reddettiği", "reddetmesi", "reddeden", "reddetsin")]
    [InlineData("başla", "başlıyor", "başladı", "başlamış", "başladığı", "başlaması", "başlayan", "başlasın")]
    [InlineData("bozul", "bozuluyor", "bozuldu", "bozulmuş", "bozulduğu", "bozulması", "bozulan", "bozulsun")]
    [InlineData("yürü", "yürüyor", "yürüdü", "yürümüş", "yürüdüğü", "yürümesi", "yürüyen", "yürüsün")]
    public void Verb_InItsForms(string written, string now, string past, string perfect, string relative, string noun, string participle, string wish)
    {
        var verb = Verb.Parse(written);
        Assert.Equal([now, past, perfect, relative, noun, participle, wish],
            [verb.Now(), verb.Past(), verb.Perfect(), verb.Relative(), verb.Noun(), verb.Participle(), verb.Wish()]);
    }

    [Fact]
    public void VerbalNoun_TakesThePronominalN() => Assert.Equal("ödenmesini", Verb.Parse("öden").Noun(Case.Accusative));
}
