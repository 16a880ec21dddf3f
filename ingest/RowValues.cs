using System.Buffers.Binary;
using DuckDB.NET.Data;

namespace AcikKapi.Ingest;

/// <summary>Decodes the fields of one row and appends them, column by column.</summary>
sealed class RowValues
{
    static readonly int Day2000 = new DateOnly(2000, 1, 1).DayNumber;
    static readonly long Ticks2000 = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    byte[] scratch = new byte[256];

    public void Append(IDuckDBAppenderRow row, Span<byte> fields, Wire[] columns)
    {
        foreach (var wire in columns)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(fields);
            if (length < 0)
            {
                row.AppendNullValue();
                fields = fields[4..];
                continue;
            }
            Append(row, fields.Slice(4, length), wire);
            fields = fields[(4 + length)..];
        }
        row.EndRow();
    }

    void Append(IDuckDBAppenderRow row, Span<byte> value, Wire wire)
    {
        switch (wire)
        {
            case Wire.Int2: row.AppendValue((short?)BinaryPrimitives.ReadInt16BigEndian(value)); break;
            case Wire.Int4: row.AppendValue((int?)BinaryPrimitives.ReadInt32BigEndian(value)); break;
            case Wire.Int8: row.AppendValue((long?)BinaryPrimitives.ReadInt64BigEndian(value)); break;
            case Wire.Text: AppendText(row, value); break;
            case Wire.Date: row.AppendValue((DateOnly?)DateOnly.FromDayNumber(Day2000 + BinaryPrimitives.ReadInt32BigEndian(value))); break;
            case Wire.Instant: row.AppendValue((DateTimeOffset?)Instant(value)); break;
            case Wire.Hex: AppendText(row, Hex(value)); break;
            case Wire.TextArray: AppendText(row, Joined(value)); break;
            default: throw new ArgumentOutOfRangeException(nameof(wire));
        }
    }

    // The appender takes a span without bytes for null; an empty text must stay one.
    static void AppendText(IDuckDBAppenderRow row, Span<byte> text)
    {
        if (text.IsEmpty) row.AppendValue("");
        else row.AppendValue(text);
    }

    static DateTimeOffset Instant(ReadOnlySpan<byte> value) =>
        new(Ticks2000 + BinaryPrimitives.ReadInt64BigEndian(value) * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    Span<byte> Hex(ReadOnlySpan<byte> value)
    {
        Reserve(value.Length * 2);
        for (var i = 0; i < value.Length; i++)
        {
            scratch[2 * i] = "0123456789abcdef"u8[value[i] >> 4];
            scratch[2 * i + 1] = "0123456789abcdef"u8[value[i] & 15];
        }
        return scratch.AsSpan(0, value.Length * 2);
    }

    /// <summary>One-dimensional text[]: dimensions, has-null, element type; size and lower bound; then each length and bytes.</summary>
    Span<byte> Joined(ReadOnlySpan<byte> value)
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
}
