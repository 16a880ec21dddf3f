using AcikKapi.Intake.Http;

namespace AcikKapi.Intake.Applications;

/// <summary>The caller's UUID that makes a repeated POST harmless (kept 30 days).</summary>
public static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    public static Guid? Read(HttpRequest request, FieldErrors errors)
    {
        var text = request.Headers[Header].ToString();
        if (Guid.TryParseExact(text, "D", out var key)) return key;
        if (text.Length == 0) errors.Add(Header, "required", "Her gönderi için bir UUID gönderin.");
        else errors.Add(Header, "malformed", "Bir UUID olmalı: 8-4-4-4-12 onaltılık hane.");
        return null;
    }

    /// <summary>Both halves of the UUID in the 64 bits of an advisory lock; two keys that meet cost one needless 409.</summary>
    public static long Lock(Guid key)
    {
        Span<byte> bytes = stackalloc byte[16];
        key.TryWriteBytes(bytes);
        return BitConverter.ToInt64(bytes) ^ BitConverter.ToInt64(bytes[8..]);
    }

    public static IResult StillRunning(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "1";
        return Problems.Of(StatusCodes.Status409Conflict, "Gönderi işleniyor", "Aynı anahtarlı bir gönderi şu anda işleniyor. Bir saniye sonra yeniden deneyin.");
    }
}
