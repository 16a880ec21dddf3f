using AcikKapi.Intake.Attachments.Pdf;

namespace AcikKapi.Intake.Attachments;

/// <summary>A file as it may be kept: what it really is, and its bytes without what it tells of whoever made it.</summary>
public sealed record CleanFile(string MediaType, byte[] Bytes)
{
    /// <summary>By content, never by name or by what the sender says.</summary>
    /// <exception cref="RefusedFileException">It is none of the three, damaged, or more than it seems.</exception>
    public static CleanFile Of(byte[] file) =>
        Jpeg.IsOne(file) ? new CleanFile("image/jpeg", Jpeg.Clean(file))
        : Png.IsOne(file) ? new CleanFile("image/png", Png.Clean(file))
        : CleanPdf.IsOne(file) ? new CleanFile("application/pdf", CleanPdf.Of(file))
        : throw new RefusedFileException("Yalnız JPEG, PNG ya da PDF dosyası eklenebilir. Dosyanın adı değil içeriği denetlenir.");
}

/// <summary>Why a file is not taken: a Turkish sentence for the sender.</summary>
public sealed class RefusedFileException(string sentence) : Exception(sentence)
{
    public static RefusedFileException Damaged => new("Dosya bozuk ya da eksik. Yeniden kaydedip bir daha deneyin.");

    public static RefusedFileException Foreign => new("Dosyada ona ait olmayan veri var. Dosyayı yeniden kaydedip bir daha deneyin.");

    public static RefusedFileException TooManyPixels => new("Görüntü çok büyük: en çok 50 megapiksel olabilir.");

    /// <summary>50 megapixels: no camera of a citizen makes more, and a small file may claim far more (a decompression bomb).</summary>
    public static void CheckPixels(long width, long height)
    {
        if (width < 1 || height < 1) throw Damaged;
        if (width * height > 50_000_000) throw TooManyPixels;
    }
}
