using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace AcikKapi.Intake.Notifications;

/// <summary>What the gateway said of one message: taken, try again, or never.</summary>
public enum GatewayVerdict { Accepted, TryAgain, Never }

public sealed record GatewayAnswer(GatewayVerdict Verdict, string Status);

/// <summary>Kannel's smsbox over HTTP. Phone and text travel in headers and body: addresses end up in logs.</summary>
public sealed class SmsGateway(SmsSettings settings, string password) : IDisposable
{
    const int AllReports = 31; // delivered, failed, buffered, taken by the SMSC, refused by the SMSC

    readonly HttpClient http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(15),
    };

    public async Task<GatewayAnswer> SendAsync(string phone, string text, Uri report, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain", "UTF-8") } };
        request.Headers.Add("X-Kannel-Username", settings.User);
        request.Headers.Add("X-Kannel-Password", password);
        request.Headers.Add("X-Kannel-From", settings.Sender);
        request.Headers.Add("X-Kannel-To", phone);
        request.Headers.Add("X-Kannel-Coding", Segments.AsSent(text).Encoding == SmsEncoding.Ucs2.Code ? "2" : "0");
        request.Headers.Add("X-Kannel-DLR-Mask", AllReports.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Kannel-DLR-Url", $"{report}&status=%d"); // Kannel fills in the number
        try
        {
            using var answer = await http.SendAsync(request, stop);
            return new GatewayAnswer(VerdictOf(answer.StatusCode), string.Create(CultureInfo.InvariantCulture, $"http-{(int)answer.StatusCode}"));
        }
        catch (HttpRequestException)
        {
            return new GatewayAnswer(GatewayVerdict.TryAgain, "unreachable");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new GatewayAnswer(GatewayVerdict.TryAgain, "timeout");
        }
    }

    // A wrong password (401, 403) is the gateway's set-up, not the message's fault.
    static GatewayVerdict VerdictOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => GatewayVerdict.Accepted,
        401 or 403 or 408 or 429 or >= 500 => GatewayVerdict.TryAgain,
        _ => GatewayVerdict.Never,
    };

    public void Dispose() => http.Dispose();
}
