using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AcikKapi.Intake.Staff;
using Xunit;

namespace AcikKapi.Tests.Intake.Open311;

/// <summary>A program that files through GeoReport: forms and keys.</summary>
public static class GeoReport
{
    public static Dictionary<string, string> Valid() => new(StringComparer.Ordinal)
    {
        ["service_code"] = "SOS-01", ["address_id"] = "1692", ["description"] = "Işıklar üç haftadır yanmıyor.", ["first_name"] = "Çiğdem", ["last_name"] = "Öztürkoğlu", ["phone"] = "0555 111 22 33",
        ["attribute[kind]"] = "request", ["attribute[national_id]"] = Bodies.NationalId,
    };

    public static Dictionary<string, string> With(params (string Name, string? Value)[] changes)
    {
        var form = Valid();
        foreach (var (name, value) in changes)
            if (value is null) form.Remove(name);
            else form[name] = value;
        return form;
    }

    /// <summary>A key, as 'open311-key add' makes it (whose own test starts the program).</summary>
    public static async Task<string> AddKeyAsync(this RunningIntake intake, int? province = null, int perMinute = 600, string channel = "mobile")
    {
        var key = StaffToken.Create();
        await intake.ExecuteAsync("insert into intake.open311_keys (name, channel_code, province_code, per_minute, key_hash) values ('Deneme', @channel, @province, @perMinute, @hash)",
            new { channel, province, perMinute, hash = StaffToken.Hash(key) });
        return key;
    }

    public static async Task<HttpResponseMessage> FileAsync(this RunningIntake intake, Dictionary<string, string> form, string? key, string format = "json", string path = "requests", string? simulatedAt = null, string? address = null)
    {
        if (key is not null) form["api_key"] = key;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/open311/v2/{path}.{format}{(address is null ? "" : "?" + address)}") { Content = new FormUrlEncodedContent(form) };
        if (simulatedAt is not null) request.Headers.Add("Simulated-At", simulatedAt);
        return await intake.Http.SendAsync(request);
    }

    /// <summary>Files what must be accepted; the service_request_id.</summary>
    public static async Task<string> FiledAsync(this RunningIntake intake, Dictionary<string, string> form, string key, string? simulatedAt = null)
    {
        using var response = await intake.FileAsync(form, key, simulatedAt: simulatedAt);
        var text = await response.TextAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Created, text);
        return (string)JsonNode.Parse(text)![0]!["service_request_id"]!;
    }

    public static async Task<JsonNode> GetJsonAsync(this RunningIntake intake, string path)
    {
        using var response = await intake.Http.GetAsync("/open311/v2/" + path);
        var text = await response.TextAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        return JsonNode.Parse(text)!;
    }

    public static async Task<XElement> GetXmlAsync(this RunningIntake intake, string path)
    {
        using var response = await intake.Http.GetAsync("/open311/v2/" + path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/xml; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var text = await response.TextAsync();
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", text, StringComparison.OrdinalIgnoreCase);
        return XDocument.Parse(text).Root!;
    }

    /// <summary>A refusal in GeoReport's own form: each error with the status as its code.</summary>
    public static async Task<string> RefusedAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.TextAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} {text}");
        var errors = JsonNode.Parse(text)!.AsArray();
        Assert.All(errors, error => Assert.Equal((int)status, (int)error!["code"]!));
        response.Dispose();
        return string.Join('\n', errors.Select(error => (string)error!["description"]!));
    }
}
