using System.Buffers.Binary;

namespace AcikKapi.Intake.Attachments;

/// <summary>
/// JPEG, marker by marker (ITU-T T.81, annex B). What is not needed to draw it goes: EXIF, XMP, IPTC, colour profiles, thumbnails,
/// comments. Nothing may follow the end.
/// </summary>
static class Jpeg
{
    const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, Comment = 0xFE, App0 = 0xE0, Adobe = 0xEE, App15 = 0xEF;

    public static bool IsOne(ReadOnlySpan<byte> file) => file.Length > 4 && file[0] == 0xFF && file[1] == Start && file[2] == 0xFF;

    public static byte[] Clean(byte[] file)
    {
        var clean = new MemoryStream(file.Length);
        clean.Write(file, 0, 2);
        var (at, hasFrame, hasScan) = (2, false, false);
        while (true)
        {
            while (at + 1 < file.Length && file[at] == 0xFF && file[at + 1] == 0xFF) at++; // fill bytes
            if (at + 2 > file.Length || file[at] != 0xFF) throw RefusedFileException.Damaged;
            var marker = file[at + 1];
            if (marker == End) break;
            if (at + 4 > file.Length || marker is < 0xC0 or >= 0xD0 and <= Start) throw RefusedFileException.Damaged;
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            if (length < 4 || at + length > file.Length) throw RefusedFileException.Damaged;
            if (IsFrame(marker))
            {
                if (length < 9) throw RefusedFileException.Damaged;
                RefusedFileException.CheckPixels(BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 7)), BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 5)));
                hasFrame = true;
            }
            if (IsNeeded(marker)) clean.Write(file, at, length);
            at += length;
            if (marker != Scan) continue;
            hasScan = true;
            var from = at;
            // Entropy-coded data: a marker in it is FF 00 or a restart.
            while (at + 1 < file.Length && !(file[at] == 0xFF && file[at + 1] is not (0x00 or >= 0xD0 and <= 0xD7))) at++;
            clean.Write(file, from, at - from);
        }
        if (!hasFrame || !hasScan) throw RefusedFileException.Damaged;
        if (at + 2 != file.Length) throw RefusedFileException.Trailing;
        clean.Write(file, at, 2);
        return clean.ToArray();
    }

    // SOF0 to SOF15; C4, C8 and CC are tables.
    static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>JFIF and Adobe's say how to read the colours.</summary>
    static bool IsNeeded(byte marker) => marker is App0 or Adobe || marker is not (>= App0 and <= App15 or Comment);
}
