using System.IO.Compression;
using System.Text;

namespace AcikKapi.Tests.Intake.Attachments;

/// <summary>PNG by hand (W3C PNG, third edition).</summary>
static class Pngs
{
    /// <summary>A picture one pixel high whose shades of grey spell a word, uncompressed: found byte for byte wherever the picture lies open.</summary>
    public static byte[] Spelling(string word)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.NoCompression, leaveOpen: true)) zlib.Write([0, .. Encoding.ASCII.GetBytes(word)]);
        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", [.. BigEndian((uint)word.Length), 0, 0, 0, 1, 8, 0, 0, 0, 0]), .. Chunk("IDAT", data.ToArray()), .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string name, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. content];
        return [.. BigEndian((uint)content.Length), .. body, .. BigEndian(Checksum(body))];
    }

    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((((crc ^ (uint)(b >> bit)) & 1) == 1) ? 0xEDB88320 : 0);
        return ~crc;
    }

    public static byte[] BigEndian(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
