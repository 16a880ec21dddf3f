using System.Buffers.Binary;

namespace AcikKapi.Intake.Attachments;

/// <summary>
/// JPEG, marker by marker (ITU-T T.81, annex B). What is not needed to draw it goes: EXIF but for which way up it is, XMP, IPTC, colour
/// profiles, thumbnails, comments, and whatever a phone wrote behind its end (a second picture, a film, its own notes).
/// </summary>
static class Jpeg
{
    const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, App0 = 0xE0, App1 = 0xE1, Adobe = 0xEE, Reserved = 0xC8;
    const int JfifLength = 16, AdobeLength = 14;

    public static bool IsOne(ReadOnlySpan<byte> file) => file.Length > 4 && file[0] == 0xFF && file[1] == Start && file[2] == 0xFF;

    public static byte[] Clean(byte[] file)
    {
        if (!IsOne(file)) throw RefusedFileException.Damaged;
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
            var segment = file.AsSpan(at, length);
            if (IsFrame(marker))
            {
                if (length < 9) throw RefusedFileException.Damaged;
                RefusedFileException.CheckPixels(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
                hasFrame = true;
            }
            clean.Write(Needed(marker, segment));
            at += length;
            if (marker != Scan) continue;
            hasScan = true;
            var from = at;
            // Entropy-coded data: a marker in it is FF 00 or a restart.
            while (at + 1 < file.Length && !(file[at] == 0xFF && file[at + 1] is not (0x00 or >= 0xD0 and <= 0xD7))) at++;
            clean.Write(file, from, at - from);
        }
        if (!hasFrame || !hasScan) throw RefusedFileException.Damaged;
        ForeignContent.Refuse(file.AsSpan(at + 2));
        clean.Write(file, at, 2);
        return clean.ToArray();
    }

    // SOF0 to SOF15; C4, C8 and CC are tables.
    static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>What of a segment draws; of all others nothing.</summary>
    static byte[] Needed(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        <= 0xDF and not Reserved => segment.ToArray(), // frames, scans and their tables
        App0 when segment.Length >= JfifLength && segment[4..].StartsWith("JFIF\0"u8) => [0xFF, App0, 0, JfifLength, .. segment[4..16], 0, 0], // without its thumbnail
        Adobe when segment.Length >= AdobeLength + 2 && segment[4..].StartsWith("Adobe"u8) => [0xFF, Adobe, 0, AdobeLength, .. segment[4..16]], // how to read the colours
        App1 when Exif.OrientationOf(segment[4..]) is > 1 and var orientation => Exif.With(orientation),
        _ => [],
    };
}
