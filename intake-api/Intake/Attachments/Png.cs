using System.Buffers.Binary;

namespace AcikKapi.Intake.Attachments;

/// <summary>PNG, chunk by chunk (W3C PNG, third edition). Text, time, EXIF and whatever is not needed to draw it go. Nothing may follow the end.</summary>
static class Png
{
    static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    static readonly string[] Needed = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"];

    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    public static byte[] Clean(byte[] file)
    {
        var clean = new MemoryStream(file.Length);
        clean.Write(Signature);
        var (at, name, hasData) = (Signature.Length, "", false);
        while (name != "IEND")
        {
            if (at + 12 > file.Length) throw RefusedFileException.Damaged;
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > int.MaxValue || at + 12L + length > file.Length) throw RefusedFileException.Damaged;
            var size = 12 + (int)length;
            name = System.Text.Encoding.ASCII.GetString(file, at + 4, 4);
            if (Checksum(file.AsSpan(at + 4, 4 + (int)length)) != BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + size - 4))) throw RefusedFileException.Damaged;
            if (at == Signature.Length)
            {
                if (name != "IHDR" || length != 13) throw RefusedFileException.Damaged;
                RefusedFileException.CheckPixels(BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 12)));
            }
            hasData |= name == "IDAT";
            if (Needed.Contains(name, StringComparer.Ordinal)) clean.Write(file, at, size);
            at += size;
        }
        if (!hasData) throw RefusedFileException.Damaged;
        if (at != file.Length) throw RefusedFileException.Foreign;
        return clean.ToArray();
    }

    static uint Checksum(ReadOnlySpan<byte> chunk)
    {
        var crc = uint.MaxValue;
        foreach (var b in chunk)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return ~crc;
    }
}
