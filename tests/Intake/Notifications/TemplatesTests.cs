using System.Text.RegularExpressions;
using AcikKapi.Intake.Notifications;
using Xunit;

namespace AcikKapi.Tests.Intake.Notifications;

public sealed class TemplatesTests
{
    static readonly MessageFacts Facts = new("760123456789012345", new DateOnly(2026, 12, 3), "İl Sağlık Müdürlüğü", "340123456789012345", IsDiscreet: false);

    [Theory]
    [InlineData("received", "Başvurunuz alındı. Takip no: 760123456789012345. Son cevap günü: 03.12.2026. Açık Kapı")]
    [InlineData("routed", "760123456789012345 takip nolu başvurunuz yönlendirildi. Birim: İl Sağlık Müdürlüğü. Açık Kapı")]
    [InlineData("answered", "760123456789012345 takip nolu başvurunuz cevaplandı. Cevabı Açık Kapı bürosundan öğrenebilirsiniz.")]
    [InlineData("rejected", "760123456789012345 takip nolu başvurunuz işleme alınmadı. Nedenini Açık Kapı bürosundan öğrenebilir, itiraz edebilirsiniz.")]
    [InlineData("referred", "760123456789012345 takip nolu başvurunuz yetkili ile gönderildi. Yeni takip no: 340123456789012345. Açık Kapı")]
    [InlineData("appeal_refused", "760123456789012345 takip nolu başvurunuz için itirazınız kabul edilmedi. Açık Kapı")]
    public void FirstVersion_ReadsAsAgreed(string code, string expected) => Assert.Equal(expected, RenderMessage.Run(new MessageTemplate(code, 1), Facts));

    [Fact]
    public void DiscreetMessage_NamesNoUnit() =>
        Assert.DoesNotContain("Sağlık", RenderMessage.Run(new MessageTemplate("routed", 1), Facts with { IsDiscreet = true }), StringComparison.Ordinal);

    /// <summary>Nothing of a person can be named, because no placeholder for it exists.</summary>
    [Fact]
    public void EveryTemplate_KnowsItsFourPlaceholdersOnly()
    {
        var assembly = typeof(RenderMessage).Assembly;
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith("Notifications/Templates/", StringComparison.Ordinal)).ToList();
        Assert.Equal(MessageTemplate.InUse.Count, files.Count);
        foreach (var file in files)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
            Assert.All(Regex.Matches(reader.ReadToEnd(), @"\{(.*?)\}"), m => Assert.Contains(m.Groups[1].Value, (string[])["number", "due", "unit", "successor"]));
        }
    }

    [Fact]
    public void EveryTemplate_FitsOneSegmentOfTheTurkishShift() =>
        Assert.All(MessageTemplate.InUse, template => Assert.Equal(1, Segments.WithTurkishShift(RenderMessage.Run(template, Facts)).Segments));
}
