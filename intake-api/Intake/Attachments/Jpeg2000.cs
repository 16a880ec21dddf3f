using System.Buffers.Binary;

namespace AcikKapi.Intake.Attachments;

/// <summary>JPEG 2000, as PDFs hold it (ISO/IEC 15444-1): of its boxes those that draw, of its code stream's header no comment.</summary>
static class Jpeg2000
{
    const uint Signature = 0x6A502020, FileType = 0x66747970, Header = 0x6A703268, CodeStream = 0x6A703263;
    const ushort Start = 0xFF4F, TilePart = 0xFF90, Comment = 0xFF64;

    public static byte[] Clean(ReadOnlySpan<byte> file)
    {
        if (file.Length > 2 && BinaryPrimitives.ReadUInt16BigEndian(file) == Start) return CleanCodeStream(file);
        using var clean = new MemoryStream(file.Length);
        for (var at = 0; at < file.Length;)
        {
            if (at + 8 > file.Length) throw RefusedFileException.Damaged;
            var (length, kind) = (BinaryPrimitives.ReadUInt32BigEndian(file[at..]), BinaryPrimitives.ReadUInt32BigEndian(file[(at + 4)..]));
            var size = length == 0 ? file.Length - at : length is >= 8 and < int.MaxValue && at + length <= file.Length ? (int)length : throw RefusedFileException.Damaged;
            var content = file.Slice(at + 8, size - 8);
            if (kind is Signature or FileType or Header) WriteBox(kind, content);
            else if (kind == CodeStream) WriteBox(kind, CleanCodeStream(content));
            at += size;
        }
        return clean.ToArray();

        void WriteBox(uint kind, ReadOnlySpan<byte> content)
        {
            Span<byte> head = stackalloc byte[8];
            BinaryPrimitives.WriteUInt32BigEndian(head, (uint)content.Length + 8);
            BinaryPrimitives.WriteUInt32BigEndian(head[4..], kind);
            clean.Write(head);
            clean.Write(content);
        }
    }

    static byte[] CleanCodeStream(ReadOnlySpan<byte> stream)
    {
        using var clean = new MemoryStream(stream.Length);
        clean.Write(stream[..2]);
        for (var at = 2; ;)
        {
            if (at + 4 > stream.Length) throw RefusedFileException.Damaged;
            var marker = BinaryPrimitives.ReadUInt16BigEndian(stream[at..]);
            if (marker == TilePart)
            {
                clean.Write(stream[at..]);
                return clean.ToArray();
            }
            var size = 2 + BinaryPrimitives.ReadUInt16BigEndian(stream[(at + 2)..]);
            if (marker < 0xFF00 || size < 4 || at + size > stream.Length) throw RefusedFileException.Damaged;
            if (marker != Comment) clean.Write(stream.Slice(at, size));
            at += size;
        }
    }
}
