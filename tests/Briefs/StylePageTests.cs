using AcikKapi.Reports;
using Xunit;

namespace AcikKapi.Tests.Briefs;

public sealed class StylePageTests
{
    [Fact]
    public async Task StylePage_HasEveryComponent()
    {
        var folder = Directory.CreateTempSubdirectory("acikkapi-style-").FullName;
        try
        {
            var (_, html) = await StylePage.PrintAsync(folder, new NoPrinter(), TestContext.Current.CancellationToken);
            var text = await File.ReadAllTextAsync(html, TestContext.Current.CancellationToken);
            foreach (var heading in (string[])["Yazı ve renk", "Başvuruların seyri", "İşaretler: neye bakmalı?", "En yoğun konular", "Aksayan yönler", "Birimler", "İlçeler", "Sosyo-ekonomik", "Kim, nasıl başvurdu?", "Refakat ve saha", "İllere göre yoğunluk", "Bir bakışta iller", "Yöntem ve veri niteliği"])
                Assert.Contains(heading, text, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
