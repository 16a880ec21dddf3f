using System.Buffers.Binary;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;
using NativeAppender = DuckDB.NET.Native.DuckDBAppender;

namespace AcikKapi.Ingest;

/// <summary>
/// Rows on their way into a landing table, laid down as DuckDB's own column vectors and handed over a chunk at a time. The
/// managed appender takes a value a call; writing vectors took a third of its time (docs/benchmarks.md).
/// </summary>
/// <remarks>
/// string_t (DuckDB, string_type.hpp): a length of four bytes, then up to twelve bytes of text in place; longer texts are kept
/// by the vector. Codes are nearly always short, so most texts cost no call at all.
/// </remarks>
sealed unsafe class LandingChunk : IDisposable
{
    const int TextInPlace = 12;

    // By itself the appender keeps a hundred: memory asked for anew each time, which costs more than the copying.
    const int ChunksAFlush = 8;
    static readonly int DaysFrom1970 = new DateOnly(2000, 1, 1).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
    static readonly long MicrosecondsFrom1970 = DaysFrom1970 * TimeSpan.MicrosecondsPerDay;
    static readonly int Capacity = (int)Helpers.DuckDBVectorSize();

    readonly NativeAppender appender;
    readonly DuckDBDataChunk chunk;
    readonly Wire[] wires;
    readonly nint[] vectors;
    readonly byte*[] data;
    readonly ulong*[] validity;
    byte[] scratch = new byte[256];
    int rows;
    int handedOver;

    /// <param name="catalog">temp for a temporary table, else null.</param>
    public LandingChunk(DuckDBConnection connection, string? catalog, string table, Wire[] wires)
    {
        this.wires = wires;
        (vectors, data, validity) = (new nint[wires.Length], new byte*[wires.Length], new ulong*[wires.Length]);
        if (Appender.DuckDBAppenderCreateExt(connection.NativeConnection, catalog, "main", table, out appender) != DuckDBState.Success)
            throw Failed();
        var types = Array.ConvertAll(wires, wire => LogicalType.DuckDBCreateLogicalType(TypeOf(wire)));
        chunk = DataChunks.DuckDBCreateDataChunk(Array.ConvertAll(types, type => type.DangerousGetHandle()), (ulong)types.Length);
        foreach (var type in types) type.Dispose();
        FindVectors();
    }

    /// <summary>One row as the binary COPY has it: of each column its length (-1: null) and its bytes.</summary>
    public void Append(ReadOnlySpan<byte> fields)
    {
        for (var column = 0; column < wires.Length; column++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(fields);
            if (length < 0)
            {
                SetNull(column);
                fields = fields[4..];
                continue;
            }
            Set(column, fields.Slice(4, length));
            fields = fields[(4 + length)..];
        }
        if (++rows == Capacity) Flush();
    }

    /// <summary>Hands over the last rows and closes the appender, so that whatever it could not write is told now.</summary>
    public void Complete()
    {
        Flush();
        if (Appender.DuckDBAppenderClose(appender) != DuckDBState.Success) throw Failed();
    }

    public void Dispose()
    {
        chunk?.Dispose();
        appender?.Dispose();
    }

    void Flush()
    {
        if (rows == 0) return;
        DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)rows);
        if (Appender.DuckDBAppendDataChunk(appender, chunk) != DuckDBState.Success) throw Failed();
        DataChunks.DuckDBDataChunkReset(chunk);
        if (++handedOver % ChunksAFlush == 0 && Appender.DuckDBAppenderFlush(appender) != DuckDBState.Success) throw Failed();
        FindVectors();
        rows = 0;
    }

    void FindVectors()
    {
        for (var column = 0; column < wires.Length; column++)
        {
            vectors[column] = DataChunks.DuckDBDataChunkGetVector(chunk, column);
            data[column] = (byte*)Vectors.DuckDBVectorGetData(vectors[column]);
            validity[column] = null; // all valid until a null comes
        }
    }

    void SetNull(int column)
    {
        if (validity[column] == null)
        {
            Vectors.DuckDBVectorEnsureValidityWritable(vectors[column]);
            validity[column] = Vectors.DuckDBVectorGetValidity(vectors[column]);
        }
        validity[column][rows >> 6] &= ~(1UL << (rows & 63));
    }

    void Set(int column, ReadOnlySpan<byte> value)
    {
        switch (wires[column])
        {
            case Wire.Int2: ((short*)data[column])[rows] = BinaryPrimitives.ReadInt16BigEndian(value); break;
            case Wire.Int4: ((int*)data[column])[rows] = BinaryPrimitives.ReadInt32BigEndian(value); break;
            case Wire.Int8: ((long*)data[column])[rows] = BinaryPrimitives.ReadInt64BigEndian(value); break;
            case Wire.Date: ((int*)data[column])[rows] = DaysFrom1970 + BinaryPrimitives.ReadInt32BigEndian(value); break;
            case Wire.Instant: ((long*)data[column])[rows] = MicrosecondsFrom1970 + BinaryPrimitives.ReadInt64BigEndian(value); break;
            case Wire.Text: SetText(column, value); break;
            case Wire.Hex: SetText(column, Hex(value)); break;
            case Wire.TextArray: SetText(column, Joined(value)); break;
            default: throw new InvalidOperationException($"No way to land {wires[column]}.");
        }
    }

    void SetText(int column, ReadOnlySpan<byte> text)
    {
        if (text.Length > TextInPlace)
        {
            // PostgreSQL has made sure that it is UTF-8: "unsafe" is without a second look.
            fixed (byte* bytes = text) Vectors.DuckDBUnsafeVectorAssignStringElementLength(vectors[column], (ulong)rows, bytes, text.Length);
            return;
        }
        var target = data[column] + rows * 16;
        *(uint*)target = (uint)text.Length;
        var inPlace = new Span<byte>(target + 4, TextInPlace);
        inPlace.Clear(); // texts are compared by all twelve bytes
        text.CopyTo(inPlace);
    }

    ReadOnlySpan<byte> Hex(ReadOnlySpan<byte> value)
    {
        Reserve(value.Length * 2);
        Convert.TryToHexStringLower(value, scratch, out var written);
        return scratch.AsSpan(0, written);
    }

    /// <summary>One-dimensional text[]: dimensions, has-null, element type; size and lower bound; then each length and bytes.</summary>
    ReadOnlySpan<byte> Joined(ReadOnlySpan<byte> value)
    {
        if (BinaryPrimitives.ReadInt32BigEndian(value) == 0) return [];
        var count = BinaryPrimitives.ReadInt32BigEndian(value[12..]);
        var elements = new List<byte[]>(count);
        value = value[20..];
        for (var i = 0; i < count; i++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(value);
            elements.Add(value.Slice(4, length).ToArray());
            value = value[(4 + length)..];
        }
        elements.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        Reserve(elements.Sum(e => e.Length + 1));
        var at = 0;
        foreach (var element in elements)
        {
            if (at > 0) scratch[at++] = (byte)'|';
            element.CopyTo(scratch, at);
            at += element.Length;
        }
        return scratch.AsSpan(0, at);
    }

    void Reserve(int bytes)
    {
        if (scratch.Length < bytes) scratch = new byte[bytes * 2];
    }

    Exception Failed()
    {
        using var error = Appender.DuckDBAppenderErrorData(appender);
        var message = ErrorData.DuckDBErrorDataMessage(error);
        return DuckDb.DiskFull(message) ?? (Exception)new IOException($"raw.duckdb took no more rows: {message}");
    }

    static DuckDBType TypeOf(Wire wire) => wire switch
    {
        Wire.Int2 => DuckDBType.SmallInt,
        Wire.Int4 => DuckDBType.Integer,
        Wire.Int8 => DuckDBType.BigInt,
        Wire.Date => DuckDBType.Date,
        Wire.Instant => DuckDBType.TimestampTz,
        _ => DuckDBType.Varchar,
    };
}
