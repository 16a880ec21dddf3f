using System.Security.Cryptography;
using System.Text.Json;

namespace AcikKapi.Intake.Http;

/// <summary>A request's body, read once: its JSON object, or null where it is none, and the hash by which a repetition is known.</summary>
public sealed record JsonBody(JsonElement? Object, byte[] Hash)
{
    public const int LongestBytes = 1024 * 1024;

    /// <summary>
    /// What the server swallows of a body that is too long. Refused at once instead, the connection would close while
    /// the caller still writes, and the caller would meet a broken pipe and never read why.
    /// </summary>
    public const int SwallowedBytes = 32 * LongestBytes;

    // A name written twice could be read one way here and another way elsewhere.
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <exception cref="BadHttpRequestException">413: the body is longer than <see cref="LongestBytes"/>.</exception>
    public static async Task<JsonBody> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        var body = await ReadBytesAsync(request, stop);
        return new JsonBody(Parse(body), SHA256.HashData(body.Span));
    }

    /// <exception cref="BadHttpRequestException">413: the body is longer than <see cref="LongestBytes"/>.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > LongestBytes) throw TooLong();
        using var bytes = new MemoryStream((int)(request.ContentLength ?? 4096));
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(stop);
            foreach (var part in read.Buffer) bytes.Write(part.Span);
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (bytes.Length > LongestBytes) throw TooLong();
            if (read.IsCompleted) break;
        }
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    static BadHttpRequestException TooLong() => new("Too long.", StatusCodes.Status413PayloadTooLarge);

    static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var root = JsonDocument.Parse(body, Strict).RootElement;
            return root.ValueKind == JsonValueKind.Object ? root : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException) // the latter: broken surrogates in a name
        {
            return null;
        }
    }
}
