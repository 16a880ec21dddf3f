using System.IO.Compression;
using System.Text;
using AcikKapi.Intake.Attachments;
using CsCheck;
using ScottPlot;
using SkiaSharp;
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

    /// <summary>A second picture, a phone's own notes: cut off, because they tell more than the picture shows.</summary>
    [Fact]
    public void WhatAPhoneWroteBehindTheEnd_IsCutOff()
    {
        byte[] notes = [0, 0, 1, 0x0A, 0x0E, 0, 0, 0, .. "Image_UTC_Data1700000000000"u8, .. Encoding.ASCII.GetBytes(Canary), .. "SEFH"u8, 0, 0, .. "SEFT"u8];
        foreach (var behind in new[] { notes, Photo, [.. Photo, .. notes], new byte[3] })
            Assert.Equal(CleanFile.Of(Photo).Bytes, CleanFile.Of([.. Photo, .. behind]).Bytes);
    }

    [Theory]
    [InlineData("PK\u0003\u0004")]
    [InlineData("%PDF-1.7")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<?php system($_GET[0]);")]
    public void WhatSomebodyHidBehindTheEnd_IsRefused(string hidden) => AssertRefused([.. Photo, .. "SEFT"u8, .. Encoding.ASCII.GetBytes(hidden)], "ona ait olmayan");

    [Theory]
    [InlineData(0xE0, "JFXX\0\u0010GPS 39.9208 41.2769 Kanarya")]
    [InlineData(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\u0009\u0001GPS 39.9208 41.2769 Kanarya")] // with a thumbnail
    [InlineData(0xE2, "MPF\0GPS 39.9208 41.2769 Kanarya")]
    [InlineData(0xE2, "ICC_PROFILE\0GPS 39.9208 41.2769 Kanarya")]
    [InlineData(0xEE, "Adobe\0\u0064\0\0\0\0\0GPS 39.9208 41.2769 Kanarya")]
    [InlineData(0xC8, "GPS 39.9208 41.2769 Kanarya")]
    [InlineData(0xF0, "GPS 39.9208 41.2769 Kanarya")]
    [InlineData(0xF5, "GPS 39.9208 41.2769 Kanarya")]
    [InlineData(0xFD, "GPS 39.9208 41.2769 Kanarya")]
    public void SegmentThatDoesNotDraw_IsLeftOut(byte marker, string content)
    {
        var told = Insert(Photo, 2, Segment(marker, content));
        var clean = CleanFile.Of(told).Bytes;
        Assert.True(told.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Canary)) > 0);
        Assert.True(clean.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Canary)) < 0);
        if (marker != 0xEE) Assert.Equal(Pixels(Photo), Pixels(clean)); // Adobe's says how to read the colours
    }

    /// <summary>Which way up the camera was held is all that is left of EXIF, in both byte orders.</summary>
    [Theory]
    [InlineData(true, 6)]
    [InlineData(false, 3)]
    [InlineData(false, 8)]
    public void TurnedPhoto_StaysTurnedAndTellsNoMore(bool isLittle, byte orientation)
    {
        byte[] Short(int number) => isLittle ? [(byte)number, (byte)(number >> 8)] : [(byte)(number >> 8), (byte)number];
        byte[] Long(int number) => isLittle ? [(byte)number, (byte)(number >> 8), 0, 0] : [0, 0, (byte)(number >> 8), (byte)number];
        byte[] exif = [.. "Exif\0\0"u8, .. isLittle ? "II"u8 : "MM"u8, .. Short(42), .. Long(8), .. Short(2),
            .. Short(0x010F), .. Short(2), .. Long(Canary.Length), .. Long(38), .. Short(0x0112), .. Short(3), .. Long(1), .. Short(orientation), 0, 0, .. Long(0), .. Encoding.ASCII.GetBytes(Canary)];
        var turned = CleanFile.Of(Insert(Photo, 2, Segment(0xE1, Encoding.Latin1.GetString(exif)))).Bytes;
        Assert.True(turned.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Canary)) < 0);
        using var codec = SKCodec.Create(new MemoryStream(turned));
        Assert.Equal(orientation, (int)codec.EncodedOrigin);
        Assert.Equal(turned, CleanFile.Of(turned).Bytes); // clean already
    }

    [Fact]
    public void PictureThatIsAlsoAnArchive_IsRefused()
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("betik.sh").Open()) entry.Write("rm -rf"u8);
        foreach (var file in new[] { Photo, Drawing, Pdfs.OfOnePage() }) AssertRefused([.. file, .. zip.ToArray()], "ona ait olmayan");
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
        var file = (byte[])new[] { Photo, Drawing, Pdfs.OfOnePage() }[which].Clone();
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

    static byte[] Segment(byte marker, string text) => [0xFF, marker, (byte)((text.Length + 2) >> 8), (byte)(text.Length + 2), .. Encoding.Latin1.GetBytes(text)];

    static byte[] Chunk(string name, string text) => Pngs.Chunk(name, Encoding.ASCII.GetBytes(text));

    /// <summary>The header's checksum, after its size was changed.</summary>
    static byte[] WithChecksum(byte[] png)
    {
        Pngs.BigEndian(Pngs.Checksum(png.AsSpan(12, 17))).CopyTo(png, 29);
        return png;
    }

    static byte[] Insert(byte[] file, int at, byte[] more) => [.. file[..at], .. more, .. file[at..]];
}
