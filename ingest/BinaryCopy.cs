using System.Buffers.Binary;

namespace AcikKapi.Ingest;

/// <summary>
/// Reads PostgreSQL's binary COPY stream (PostgreSQL manual, "COPY", Binary Format) row by row into a landing table's chunks.
/// Texts pass as the UTF-8 bytes they are: making strings of them cost a third of the whole load.
/// </summary>
sealed class BinaryCopy(Stream stream)
{
    const int SignatureLength = 11;
    const int EndOfRows = -1;

    // Below a loopback socket's buffers, so that PostgreSQL goes on sending while we decode.
    byte[] buffer = new byte[256 * 1024];
    int start;
    int end;

    /// <summary>Rows appended. Throws <see cref="EndOfStreamException"/> if the stream breaks off.</summary>
    public long AppendAll(LandingChunk chunk, int columns, CancellationToken ct)
    {
        SkipHeader();
        for (long rows = 0; ; rows++)
        {
            if ((rows & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
            Need(2);
            var fields = BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(start));
            if (fields == EndOfRows)
            {
                chunk.Complete();
                return rows;
            }
            if (fields != columns)
                throw new InvalidDataException($"A row of {fields} columns where {columns} are landed.");
            var length = RowLength(fields);
            chunk.Append(buffer.AsSpan(start + 2, length - 2));
            start += length;
        }
    }

    void SkipHeader()
    {
        const int flagsAndLength = SignatureLength + 8;
        Need(flagsAndLength);
        var extension = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(start + SignatureLength + 4));
        Need(flagsAndLength + extension);
        start += flagsAndLength + extension;
    }

    /// <summary>Bytes of the row at start, all of which are in the buffer afterwards.</summary>
    int RowLength(int fields)
    {
        var length = 2;
        for (var field = 0; field < fields; field++)
        {
            Need(length + 4);
            length += 4 + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(start + length)));
        }
        Need(length);
        return length;
    }

    void Need(int bytes)
    {
        if (end - start >= bytes) return;
        if (bytes > buffer.Length) Array.Resize(ref buffer, bytes * 2);
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        while (end < bytes)
        {
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0) throw new EndOfStreamException("The intake database broke off in the middle of a copy.");
            end += read;
        }
    }
}
