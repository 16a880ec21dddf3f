using System.IO.Compression;
using System.Text;
using AcikKapi.Intake.Attachments;
using CsCheck;
using ScottPlot;
using Xunit;

namespace AcikKapi.Tests.Intake.Attachments;

/// <summary>Real pictures, drawn here, and files that are more than they seem.</summary>
public sealed class CleanFileTests
{
    const string Canary = "GPS 39.9208 41.2769 Kanarya";

    static readonly byte[] Photo = Picture(ImageFormat.Jpeg), Drawing = Picture(ImageFormat.Png);

    [Fact]
    public void PhotoWithExifAndComment_LosesBothAndLooksTheSame()
    {
        var told = Insert(Photo, 2, [.. Segment(0xE1, "Exif\0\0" + Canary), .. Segment(0xED, "Photoshop 3.0\0" + Canary), .. Segment(0xFE, Canary)]);
        var clean = CleanFile.Of(told);
        Assert.Equal("image/jpeg", clean.MediaType);
        Assert.True(told.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Canary)) > 0);
        Assert.True(clean.Bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Canary)) < 0);
        Assert.Equal(CleanFile.Of(Photo).Bytes, clean.Bytes);
        Assert.Equal(Pixels(Photo), Pixels(clean.Bytes));
    }

    [Fact]
    public void DrawingWithTextAndTime_LosesBothAndLooksTheSame()
    {
        var told = Insert(Drawing, 33, [.. Chunk("tEXt", "Author\0" + Canary), .. Chunk("eXIf", Canary), .. Chunk("iTXt", Canary)]);
        var clean = CleanFile.Of(told);
        Assert.Equal("image/png", clean.MediaType);
        Assert.True(clean.Bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Canary)) < 0);
        Assert.Equal(Pixels(Drawing), Pixels(clean.Bytes));
    }

    [Fact]
    public void PlainPdf_IsTakenAsItIs() => Assert.Equal("application/pdf", CleanFile.Of(Pdf("/Type /Page /Contents 4 0 R")).MediaType);

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>")]
    [InlineData("/AA << /O << /S /Launch /F (cmd.exe) >> >>")]
    [InlineData("/Names << /EmbeddedFiles 5 0 R >>")]
    [InlineData("/AcroForm << /XFA 6 0 R >>")]
    [InlineData("/Encrypt 7 0 R")]
    public void ActivePdf_IsRefusedEvenWhenItHidesInACompressedStream(string content)
    {
        AssertRefused(Pdf(content), "betik");
        AssertRefused(Pdf("/Type /ObjStm", Deflated(Encoding.ASCII.GetBytes($"<< {content} >>"))), "betik");
    }

    [Fact]
    public void PdfBomb_IsRefused() => AssertRefused(Pdf("/Type /ObjStm", Deflated(new byte[200 * 1024 * 1024])), "aşırı büyüyor");

    [Fact]
    public void PictureThatIsAlsoAnArchive_IsRefused()
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("betik.sh").Open()) entry.Write("rm -rf"u8);
        foreach (var file in new[] { Photo, Drawing, Pdf("/Type /Page") }) AssertRefused([.. file, .. zip.ToArray()], "ona ait olmayan");
        AssertRefused(zip.ToArray(), "Yalnız JPEG");
    }

    [Fact]
    public void HugePicture_IsRefused()
    {
        var png = (byte[])Drawing.Clone();
        (png[16], png[17], png[20], png[21]) = (0x7F, 0xFF, 0x7F, 0xFF);
        AssertRefused(WithChecksum(png), "megapiksel");
        var jpeg = (byte[])Photo.Clone();
        var frame = jpeg.AsSpan().IndexOf(new byte[] { 0xFF, 0xC0 });
        (jpeg[frame + 5], jpeg[frame + 7]) = (0xFF, 0xFF);
        AssertRefused(jpeg, "megapiksel");
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("#!/bin/sh\nrm -rf /")]
    [InlineData("MZ")]
    [InlineData("")]
    public void AnythingElse_IsRefusedWhateverItIsCalled(string content) => AssertRefused(Encoding.ASCII.GetBytes(content), "Yalnız JPEG");

    /// <summary>Cut or changed anywhere, a file is taken or refused with a sentence; nothing else ever comes out.</summary>
    [Fact]
    public void DamagedFile_NeverBreaksTheCheck() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 100_000], Gen.Byte, Gen.Bool).Sample((which, at, value, cut) =>
    {
        var file = (byte[])new[] { Photo, Drawing, Pdf("/Type /Page", Deflated("<< /A /B >>"u8.ToArray())) }[which].Clone();
        at %= file.Length;
        if (cut) file = file[..at];
        else file[at] = value;
        try { Assert.NotEmpty(CleanFile.Of(file).Bytes); }
        catch (RefusedFileException refused) { Assert.EndsWith(".", refused.Message.TrimEnd(')').TrimEnd(), StringComparison.Ordinal); }
    }, iter: 3_000);

    static void AssertRefused(byte[] file, string words) =>
        Assert.Contains(words, Assert.Throws<RefusedFileException>(() => CleanFile.Of(file)).Message, StringComparison.Ordinal);

    static byte[] Picture(ImageFormat format)
    {
        using var plot = new Plot();
        plot.Add.Signal(Generate.Sin());
        return plot.GetImage(320, 200).GetImageBytes(format);
    }

    static byte[] Pixels(byte[] picture) => new Image(picture).GetImageBytes(ImageFormat.Bmp);

    static byte[] Segment(byte marker, string text) => [0xFF, marker, (byte)((text.Length + 2) >> 8), (byte)(text.Length + 2), .. Encoding.ASCII.GetBytes(text)];

    static byte[] Chunk(string name, string text) => Pngs.Chunk(name, Encoding.ASCII.GetBytes(text));

    /// <summary>The header's checksum, after its size was changed.</summary>
    static byte[] WithChecksum(byte[] png)
    {
        Pngs.BigEndian(Pngs.Checksum(png.AsSpan(12, 17))).CopyTo(png, 29);
        return png;
    }

    static byte[] Insert(byte[] file, int at, byte[] more) => [.. file[..at], .. more, .. file[at..]];

    static byte[] Deflated(byte[] content)
    {
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(content);
        return deflated.ToArray();
    }

    static byte[] Pdf(string dictionary, byte[]? stream = null) =>
    [
        .. Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj\n<< {dictionary} >>\n"), .. stream is null ? [] : (byte[])[.. "stream\n"u8, .. stream, .. "\nendstream\n"u8],
        .. "endobj\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"u8,
    ];
}
