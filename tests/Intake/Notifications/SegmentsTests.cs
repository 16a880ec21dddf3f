using AcikKapi.Intake.Notifications;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Intake.Notifications;

public sealed class SegmentsTests
{
    [Theory]
    [InlineData("Merhaba", "gsm7", 7, 1)]
    [InlineData("öÖüÜÇ", "gsm7", 5, 1)]           // in the default alphabet
    [InlineData("€[]", "gsm7", 6, 1)]              // after an escape
    [InlineData("ç", "ucs2", 1, 1)]                // the small one is not
    [InlineData("ığşİĞŞ", "ucs2", 6, 1)]
    [InlineData("😀", "ucs2", 2, 1)]
    public void Text_IsCountedAsKannelSendsIt(string text, string encoding, int units, int segments) =>
        Assert.Equal(new SegmentCount(encoding, units, segments), Segments.AsSent(text));

    [Theory]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    public void PlainText_IsCutAt160And153(int length, int segments) => Assert.Equal(segments, Segments.AsSent(new string('a', length)).Segments);

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void TurkishText_IsCutAt70And67(int length, int segments) => Assert.Equal(segments, Segments.AsSent(new string('ş', length)).Segments);

    [Theory]
    [InlineData(153, 1)] // with the two septets of ş: 155
    [InlineData(154, 2)]
    public void TurkishShift_LeavesRoomForItsHeader(int length, int segments)
    {
        var count = Segments.WithTurkishShift("ş" + new string('a', length));
        Assert.Equal(("gsm7_turkish_single_shift", segments), (count.Encoding, count.Segments));
    }

    [Fact]
    public void Pairs_AreNeverCutInTwo()
    {
        // 66 units, then a surrogate pair that does not fit: it goes to the next part whole.
        Assert.Equal(2, SmsEncoding.Ucs2.Count(new string('ş', 66) + "😀" + new string('ş', 65))!.Segments);
        Assert.Equal(3, SmsEncoding.Ucs2.Count(new string('ş', 66) + "😀" + new string('ş', 66))!.Segments);
    }

    [Fact]
    public void Parts_NeverHoldMoreThanFits() => Gen.String[0, 600].Sample(text =>
    {
        var count = Segments.AsSent(text);
        var encoding = count.Encoding == "gsm7" ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2;
        var least = count.Units <= encoding.Single ? 1 : (count.Units + encoding.Part - 1) / encoding.Part;
        Assert.InRange(count.Segments, least, least + count.Units / encoding.Part);
    });
}
