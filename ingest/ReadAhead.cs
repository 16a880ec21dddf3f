using System.Collections.Concurrent;

namespace AcikKapi.Ingest;

/// <summary>
/// Reads a stream on while its reader is busy with what came before. DuckDB compresses some 100,000 rows at a time; without this
/// PostgreSQL would stand still meanwhile, and the load take as long as both together.
/// </summary>
/// <remarks>A thread that waits for the socket by itself, and blocks that are handed over whole.</remarks>
sealed class ReadAhead : Stream
{
    const int BlockBytes = 256 * 1024;
    const int MostBlocks = 256;

    readonly BlockingCollection<(byte[] Block, int Length)> filled = new(MostBlocks);
    readonly ConcurrentBag<byte[]> spare = [];
    readonly CancellationTokenSource stop;
    readonly Thread filling;
    Exception? broken;
    (byte[] Block, int Length) current = ([], 0);
    int read;

    public ReadAhead(Stream source, CancellationToken ct)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        filling = new Thread(() => Fill(source)) { IsBackground = true, Name = "read ahead" };
        filling.Start();
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The same bytes. What breaks the source is thrown where they are read.</summary>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (read == current.Length && !Next()) return 0;
        var length = Math.Min(buffer.Length, current.Length - read);
        current.Block.AsSpan(read, length).CopyTo(buffer);
        read += length;
        return length;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Returns when nobody reads the source any more.</summary>
    protected override void Dispose(bool disposing)
    {
        stop.Cancel();
        filling.Join();
        stop.Dispose();
        filled.Dispose();
        base.Dispose(disposing);
    }

    bool Next()
    {
        if (current.Block.Length > 0) spare.Add(current.Block);
        read = 0;
        if (filled.TryTake(out current, Timeout.Infinite, stop.Token)) return true;
        current = ([], 0);
        return broken is null ? false : throw broken;
    }

    void Fill(Stream source)
    {
        try
        {
            while (FillBlock(source) is { Length: > 0 } block) filled.Add(block, stop.Token);
        }
#pragma warning disable CA1031 // whatever it is, the reader hears of it
        catch (Exception e)
        {
            broken = e;
        }
#pragma warning restore CA1031
        filled.CompleteAdding();
    }

    /// <summary>Empty at the end. A whole block at a time: the stream gives a row a call.</summary>
    (byte[] Block, int Length) FillBlock(Stream source)
    {
        if (!spare.TryTake(out var block)) block = GC.AllocateUninitializedArray<byte>(BlockBytes);
        var length = 0;
        while (length < block.Length && source.Read(block, length, block.Length - length) is > 0 and var more) length += more;
        return (block, length);
    }
}
