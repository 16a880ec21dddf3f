using System.Diagnostics;
using System.Text;
using AcikKapi.Intake.Attachments;
using AcikKapi.Tests.Support;
using CsCheck;
using SkiaSharp;
using Xunit;

namespace AcikKapi.Tests.Intake.Attachments.Pdf;

/// <summary>PDFs of two other programs (Skia; qpdf, which packs their objects): cleaned, they look and read the same and tell nothing.</summary>
public sealed class RealPdfTests : IDisposable
{
    const string Canary = "KanaryaogluAli";

    readonly string _folder = Directory.CreateTempSubdirectory("acikkapi-pdf-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CleanedPdf_LooksAndReadsTheSameAndTellsNothing(bool isPacked)
    {
        var file = Path.Combine(_folder, "told.pdf");
        await File.WriteAllBytesAsync(file, Drawn(), TestContext.Current.CancellationToken);
        if (isPacked)
        {
            var packed = Path.Combine(_folder, "packed.pdf");
            Assert.SkipUnless(File.Exists("/usr/bin/qpdf"), "qpdf is not installed");
            await RunAsync("qpdf", "--object-streams=generate", "--linearize", file, packed);
            file = packed;
        }
        var clean = Path.Combine(_folder, "clean.pdf");
        await File.WriteAllBytesAsync(clean, CleanFile.Of(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).Bytes, TestContext.Current.CancellationToken);

        Assert.Equal(await Support.Pdf.TextAsync(file), await Support.Pdf.TextAsync(clean));
        Assert.Contains("Sokak lambaları yanmıyor", await Support.Pdf.TextAsync(clean), StringComparison.Ordinal);
        Assert.Equal(await PixelsAsync(file), await PixelsAsync(clean));
        var info = await Support.Pdf.InfoAsync(clean);
        foreach (var told in new[] { Canary, "Author:", "Creator:", "Producer:", "CreationDate:", "Title:" }) Assert.DoesNotContain(told, info, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(clean, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        if (!isPacked) Assert.Contains(Canary, Encoding.Latin1.GetString(Drawn()), StringComparison.Ordinal); // the picture's EXIF lay open
    }

    /// <summary>What Debian's packages brought (ACIKKAPI_ORACLES=1): of TeX, Ghostscript, R and others; poppler reads before and after.</summary>
    [Fact]
    public async Task PdfsOfThisMachine_LookAndReadTheSame()
    {
        Suites.SkipUnlessOracles();
        string[] places = ["/usr/share/doc", "/usr/lib/R", "/usr/share/R"];
        var files = places.Where(Directory.Exists).SelectMany(place => Directory.EnumerateFiles(place, "*.pdf", SearchOption.AllDirectories)).Where(f => new FileInfo(f).Length < 5 * 1024 * 1024).ToList();
        Assert.SkipWhen(files.Count < 10, "There are no PDFs on this machine.");
        var (clean, wrong, refused) = (Path.Combine(_folder, "clean.pdf"), new List<string>(), new List<string>());
        foreach (var file in files)
        {
            try { await File.WriteAllBytesAsync(clean, CleanFile.Of(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).Bytes, TestContext.Current.CancellationToken); }
            catch (RefusedFileException sentence)
            {
                refused.Add($"{file}: {sentence.Message}");
                continue;
            }
            var (before, after) = (await PixelsAsync(file, 2), await PixelsAsync(clean, 2));
            if (await Support.Pdf.TextAsync(file) != await Support.Pdf.TextAsync(clean) || !before.AsSpan().SequenceEqual(after)) wrong.Add(file);
        }
        Assert.Empty(wrong);
        Assert.True(refused.Count * 10 <= files.Count, string.Join('\n', refused));
        TestContext.Current.TestOutputHelper!.WriteLine($"{files.Count} files, {refused.Count} refused: {string.Join('\n', refused)}");
    }

    /// <summary>Cut or changed anywhere, it is taken or refused with a sentence; nothing else ever comes out.</summary>
    [Fact]
    public void DamagedPdf_NeverBreaksTheCheck()
    {
        var whole = Drawn();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, 2], Gen.Int[1, 400]).Sample((at, value, way, length) =>
        {
            var file = (byte[])whole.Clone();
            if (way == 0) file[at] = value;
            else if (way == 1) file = [.. file[..at], .. file[Math.Min(file.Length, at + length)..]];
            else file = [.. file[..at], .. file[at..Math.Min(file.Length, at + length)], .. file[at..]];
            try { Assert.NotEmpty(CleanFile.Of(file).Bytes); }
            catch (RefusedFileException refused) { Assert.NotEmpty(refused.Message); }
        }, iter: 400);
    }

    static byte[] Drawn()
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Author = Canary, Title = Canary, Creation = new DateTime(2026, 11, 25), RasterDpi = 72, EncodingQuality = 101 }))
        {
            for (var page = 0; page < 2; page++)
            {
                var canvas = document.BeginPage(300, 200);
                using var font = new SKFont(SKTypeface.Default, 12);
                using var paint = new SKPaint { Color = SKColors.DarkBlue };
                canvas.DrawText("Sokak lambaları yanmıyor", 20, 40, SKTextAlign.Left, font, paint);
                using var picture = SKImage.FromEncodedData(Photo());
                canvas.DrawImage(picture, 20, 60);
                document.EndPage();
            }
            document.Close();
        }
        return stream.ToArray();
    }

    /// <summary>With EXIF, which Skia copies into its PDFs.</summary>
    static byte[] Photo()
    {
        using var bitmap = new SKBitmap(40, 30);
        bitmap.Erase(SKColors.Orange);
        var photo = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
        byte[] exif = [.. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Canary)];
        return [.. photo[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. photo[2..]];
    }

    /// <summary>Without the boxes that TeX puts around links: links do not stay.</summary>
    async Task<byte[]> PixelsAsync(string file, int pages = 100)
    {
        foreach (var earlier in Directory.GetFiles(_folder, "page*.ppm")) File.Delete(earlier);
        await RunAsync("pdftoppm", "-hide-annotations", "-r", "60", "-l", pages.ToString(System.Globalization.CultureInfo.InvariantCulture), file, Path.Combine(_folder, "page"));
        return [.. Directory.GetFiles(_folder, "page*.ppm").Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes)];
    }

    static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
