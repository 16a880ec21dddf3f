using System.Buffers.Binary;

namespace AcikKapi.Intake.Attachments;

/// <summary>Of all that EXIF tells (CIPA DC-008) the one thing that draws: which way up the camera was held.</summary>
static class Exif
{
    const ushort Orientation = 0x0112, Short = 3;
    const int EntryLength = 12;

    /// <param name="content">Of an APP1 segment.</param>
    /// <returns>1 to 8; 1, upright, where it says nothing or cannot be read.</returns>
    public static byte OrientationOf(ReadOnlySpan<byte> content)
    {
        if (content.Length < 14 || !content.StartsWith("Exif\0\0"u8)) return 1;
        var tiff = content[6..];
        var isLittle = tiff.StartsWith("II*\0"u8);
        if (!isLittle && !tiff.StartsWith("MM\0*"u8)) return 1;
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2) return 1;
        var entries = tiff[((int)directory + 2)..];
        for (var i = Number(tiff[(int)directory..], isLittle); i > 0 && entries.Length >= EntryLength; i--, entries = entries[EntryLength..])
            if (Number(entries, isLittle) == Orientation && Number(entries[2..], isLittle) == Short)
                return Number(entries[8..], isLittle) is >= 1 and <= 8 and var value ? (byte)value : (byte)1;
        return 1;
    }

    /// <summary>A whole APP1 segment with this one entry.</summary>
    public static byte[] With(byte orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, // the directory begins behind these
        0, 1, 0x01, 0x12, 0, (byte)Short, 0, 0, 0, 1, 0, orientation, 0, 0, // one entry, of one number
        0, 0, 0, 0, // no other directory
    ];

    static ushort Number(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
