using System.IO.Compression;
using System.Text;
using AcikKapi.Intake.Attachments;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Intake.Attachments.Pdf;

public sealed class CleanPdfTests
{
    const string Canary = "Kanaryaoglu Ali", Script = "<< /S /JavaScript /JS (app.alert(1)) >>";

    [Fact]
    public void PlainPdf_IsTaken() => Assert.Equal("application/pdf", CleanFile.Of(Pdfs.OfOnePage()).MediaType);

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>")]
    [InlineData("/AA << /O << /S /Launch /F (cmd.exe) >> >>")]
    [InlineData("/Names << /EmbeddedFiles 5 0 R >>")]
    [InlineData("/AcroForm << /XFA 6 0 R >>")]
    [InlineData("/Encrypt 7 0 R")]
    public void ActivePdf_IsRefusedEvenWhenItHidesInACompressedStream(string content)
    {
        AssertRefused(Pdfs.OfOnePage(content), "betik");
        AssertRefused(Pdfs.OfOnePage("/Open 9 0 R", "", Pdfs.Compressed($"<< {content} >>")), "betik");
        AssertRefused(Pdfs.OfOnePage("", "", Pdfs.Compressed($"<< {content} >>")), "betik"); // even where nothing leads to it
    }

    /// <summary>Each was taken once, because the check could be made to look away.</summary>
    [Fact]
    public void ActivePdfBehindATrick_IsRefused()
    {
        Func<byte[], byte[]>[] codings = [WrongChecksum, data => data[..^4], Hexadecimal, data => Pdfs.Text(Ascii85(data) + "~>"), data => Hexadecimal(Pdfs.Text(Ascii85(data)))];
        string[] filters = ["/FlateDecode", "/FlateDecode", "[/ASCIIHexDecode /FlateDecode]", "[/ASCII85Decode /FlateDecode]", "[/ASCIIHexDecode /ASCII85Decode /FlateDecode]"];
        foreach (var (coded, filter) in codings.Zip(filters)) AssertRefused(Pdfs.OfOnePage("/Open 9 0 R", "", Pdfs.Compressed(Script, coded, filter)), "betik");

        byte[] commented = [.. "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >> % stream\nstream\n"u8, .. Pdfs.Deflated(Pdfs.Text("9 0 " + Script)), .. "\nendstream"u8];
        AssertRefused(Pdfs.OfOnePage("/Open 9 0 R", "", commented), "betik");
        AssertRefused(Pdfs.OfOnePage("/Open 9 0 R", "", Pdfs.Compressed(Script, _ => [1, 2, 3])), "bozuk"); // what cannot be read is not taken
        AssertRefused(Pdfs.OfOnePage("/Open 9 0 R", "", Pdfs.Compressed(Script, data => data, "/LZWDecode")), "sıkıştırılmış");
        AssertRefused(Pdfs.OfOnePage("", "/Contents 4 0 R", Pdfs.Stream("/Filter /Crypt", [1])), "sıkıştırılmış");
        AssertRefused(Pdfs.OfOnePage("", "/Contents 4 0 R", Pdfs.Stream("/F (other.bin)", [1])), "bozuk");
    }

    /// <summary>Catalog, tree and page in a compressed object stream, found by a compressed table: how most programs write today.</summary>
    [Fact]
    public void PackedPdf_IsTaken()
    {
        string[] packed = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 77 88] >>", "<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>"];
        var places = packed.Select((_, i) => packed[..i].Sum(p => p.Length + 1)).Select((place, i) => $"{i + 1} {place} ").ToList();
        var head = string.Concat(places);
        byte[] file =
        [
            .. "%PDF-1.5\n4 0 obj\n"u8, .. Pdfs.Stream($"/Type /ObjStm /N 3 /First {head.Length} /Filter /FlateDecode", Pdfs.Deflated(Pdfs.Text(head + string.Join(' ', packed)))), .. "\nendobj\n"u8,
            .. "5 0 obj\n"u8, .. Pdfs.Stream("", "0 0 9 9 re f"u8.ToArray()), .. "\nendobj\n6 0 obj\n"u8,
            .. Pdfs.Stream("/Type /XRef /Root 1 0 R /Info 9 0 R /Size 7 /W [1 2 1] /Filter /FlateDecode", Pdfs.Deflated(new byte[28])), .. "\nendobj\nstartxref\n0\n%%EOF\n"u8,
        ];
        var clean = Encoding.Latin1.GetString(Cleaned(file));
        Assert.Contains("[0 0 77 88 ]", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("/Info", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void PdfBomb_IsRefused()
    {
        AssertRefused(Pdfs.OfOnePage("", "/Contents 4 0 R", Pdfs.Stream("/Filter /FlateDecode", Pdfs.Deflated(new byte[200 * 1024 * 1024]))), "aşırı büyüyor");
        AssertRefused(Pdfs.OfOnePage("/List " + string.Concat(Enumerable.Repeat("[]", 1_500_000))[..1] + string.Concat(Enumerable.Repeat("[]", 1_200_000)) + "]"), "aşırı büyüyor");
        var page = $"/Annots [{string.Concat(Enumerable.Repeat("4 0 R ", 400_000))}]";
        AssertRefused(Pdfs.OfOnePage("", page, Pdfs.Text("<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 5 0 R >> >>"), Pdfs.Stream("/Type /XObject /Subtype /Form", [1])), "aşırı büyüyor");
    }

    [Fact]
    public void ListsInListsAndTreesInCircles_AreRefused()
    {
        AssertRefused(Pdfs.OfOnePage("/Deep " + new string('[', 100_000)), "bozuk");
        AssertRefused(Pdfs.OfOnePage("/Kids [1 0 R] /Pages 1 0 R"), "bozuk");
    }

    [Theory]
    [InlineData("%PDF-1.7\n<script>alert(1)</script>\n")]
    [InlineData("%PDF-1.7\nPK\u0003\u0004\n")]
    public void ForeignContentBetweenObjects_IsRefused(string head) =>
        AssertRefused([.. Pdfs.Text(head), .. Pdfs.OfOnePage().AsSpan("%PDF-1.7\n".Length)], "ona ait olmayan");

    /// <summary>Author, times, XMP, earlier revisions, notes' authors, private data: gone, in whatever object they lay.</summary>
    [Fact]
    public void WhatTellsOfTheMaker_IsGone()
    {
        byte[][] objects =
        [
            Pdfs.Stream("/Filter /FlateDecode /Metadata 6 0 R /PieceInfo << /Word << /Private (Kanaryaoglu Ali) >> >>", Pdfs.Deflated("0 0 10 10 re f"u8.ToArray())),
            Pdfs.Text($"<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /T ({Canary}) /M (D:20261125081500+03) /Contents ({Canary}) /AP << /N 7 0 R >> >>"),
            Pdfs.Stream("/Type /Metadata /Subtype /XML", Pdfs.Text($"<x:xmpmeta>{Canary}</x:xmpmeta>")),
            Pdfs.Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", Pdfs.Text("0 0 9 9 re f")),
            Pdfs.Text($"<< /Author ({Canary}) /CreationDate (D:20261125081500+03) >>"),
        ];
        var told = Pdfs.OfOnePage("/Metadata 6 0 R /Lang (tr) /Outlines << /Title (Kanaryaoglu Ali) >>", "/Contents 4 0 R /Annots [5 0 R] /Thumb 7 0 R /LastModified (D:20261125081500+03)", objects);
        told = [.. told, .. Pdfs.Text($"3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Annots [5 0 R] /Note ({Canary}) >>\nendobj\ntrailer\n<< /Root 1 0 R /Info 8 0 R /ID [<4B616E> <4B616E>] >>\nstartxref\n0\n%%EOF\n")]; // edited once
        var clean = CleanFile.Of(told).Bytes;
        foreach (var hidden in new[] { Canary, Convert.ToHexString(Pdfs.Text(Canary)), "20261125", "/Info", "/ID", "/Metadata", "/PieceInfo", "/Author", "Thumb", "xmpmeta", "Outlines", "/Note", "/T " })
            Assert.DoesNotContain(hidden, Encoding.Latin1.GetString(clean), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("/Stamp", Encoding.Latin1.GetString(clean), StringComparison.Ordinal); // what is seen stays
        Assert.Equal(clean, CleanFile.Of(clean).Bytes); // clean already
    }

    /// <summary>A field that was filled in and never drawn would be lost: its sender is told how to keep it.</summary>
    [Fact]
    public void FilledInFieldWithoutItsLook_IsRefused()
    {
        AssertRefused(Pdfs.OfOnePage("", "/Annots [4 0 R]", Pdfs.Text("<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /Parent 5 0 R >>"), Pdfs.Text("<< /FT /Tx /V (39 lira) >>")), "görünümleri");
        Assert.NotEmpty(Cleaned(Pdfs.OfOnePage("", "/Annots [4 0 R]", Pdfs.Text("<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] >>"))));
    }

    [Fact]
    public void NamesStringsAndNumbers_ComeThroughAsTheyWere() => Gen.Select(Gen.Byte.Array[0, 30], Gen.Int[-100_000, 100_000], Gen.Double[-1e4, 1e4]).Sample((bytes, number, real) =>
    {
        var literal = string.Concat(bytes.Select(b => b is (byte)'(' or (byte)')' or (byte)'\\' or 13 ? $"\\{Convert.ToString(b, 8).PadLeft(3, '0')}" : ((char)b).ToString()));
        var told = $"[({literal}) {number} {real.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)} /A#20B (a\\(b\\)) <4> true null 4 0 R]";
        var clean = Encoding.Latin1.GetString(Cleaned(Pdfs.OfOnePage("", $"/Resources << /Properties << /P {told} >> >>", Pdfs.Text("[1]"))));
        Assert.Contains($"[<{Convert.ToHexString(bytes)}> {number} {real.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)} /A#20B <61286229> <40> true null ", clean, StringComparison.Ordinal);
    }, iter: 500);

    static byte[] Cleaned(byte[] file) => CleanFile.Of(file).Bytes;

    static void AssertRefused(byte[] file, string words) =>
        Assert.Contains(words, Assert.Throws<RefusedFileException>(() => CleanFile.Of(file)).Message, StringComparison.Ordinal);

    static byte[] WrongChecksum(byte[] zlib) => [.. zlib[..^4], 0, 0, 0, 0];

    static byte[] Hexadecimal(byte[] data) => Pdfs.Text(Convert.ToHexString(data) + ">");

    static string Ascii85(byte[] data)
    {
        var text = new StringBuilder();
        for (var at = 0; at < data.Length; at += 4)
        {
            var count = Math.Min(4, data.Length - at);
            var group = 0U;
            for (var i = 0; i < 4; i++) group = group << 8 | (i < count ? data[at + i] : 0U);
            var letters = new char[5];
            for (var i = 4; i >= 0; i--, group /= 85) letters[i] = (char)('!' + group % 85);
            text.Append(letters, 0, count + 1);
        }
        return text.ToString();
    }
}
