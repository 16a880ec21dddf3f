using System.IO.Pipelines;

namespace AcikKapi.Ingest;

/// <summary>
/// Reads a stream on while its reader is busy with what came before. DuckDB compresses some 100,000 rows at a time; without this
/// PostgreSQL would stand still meanwhile, and the load take as long as both together.
/// </summary>
sealed class ReadAhead : IDisposable
{
    const int BlockBytes = 256 * 1024;
    const int MostBytes = 64 * 1024 * 1024;

    readonly CancellationTokenSource stop;
    readonly Task filling;

    public ReadAhead(Stream source, CancellationToken ct)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: MostBytes, resumeWriterThreshold: MostBytes / 2, minimumSegmentSize: BlockBytes, useSynchronizationContext: false));
        stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        filling = Task.Run(() => FillAsync(source, pipe.Writer, stop.Token), CancellationToken.None);
        Stream = pipe.Reader.AsStream();
    }

    /// <summary>The same bytes. What breaks the source is thrown where they are read.</summary>
    public Stream Stream { get; }

    /// <summary>Returns when nobody reads the source any more.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        stop.Cancel();
        filling.Wait(CancellationToken.None);
        stop.Dispose();
    }

    static async Task FillAsync(Stream source, PipeWriter writer, CancellationToken ct)
    {
        try
        {
            while (await FillBlockAsync(source, writer, ct) && !(await writer.FlushAsync(ct)).IsCompleted) { }
            await writer.CompleteAsync();
        }
#pragma warning disable CA1031 // whatever it is, the reader hears of it
        catch (Exception e)
        {
            await writer.CompleteAsync(e);
        }
#pragma warning restore CA1031
    }

    /// <summary>False at the end. A whole block at a time: the stream gives a row a call, and a flush a row would cost more than the row.</summary>
    static async Task<bool> FillBlockAsync(Stream source, PipeWriter writer, CancellationToken ct)
    {
        var block = writer.GetMemory(BlockBytes)[..BlockBytes];
        for (var filled = 0; ;)
        {
            var read = await source.ReadAsync(block[filled..], ct);
            filled += read;
            if (read > 0 && filled < BlockBytes) continue;
            writer.Advance(filled);
            return read > 0;
        }
    }
}
