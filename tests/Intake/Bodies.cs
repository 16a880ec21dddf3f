using System.Text.Json.Nodes;

namespace AcikKapi.Tests.Intake;

/// <summary>Submissions for tests: one that is right, and ways to spoil it. National ids begin with 100, names are invented.</summary>
public static class Bodies
{
    public const string NationalId = "10000000146";

    public static JsonObject Valid(int province = 76, int district = 1692) => new()
    {
        ["kind"] = "complaint",
        ["channel"] = "web",
        ["typeCode"] = null,
        ["subject"] = "Sokak lambaları yanmıyor",
        ["text"] = "Işıklar üç haftadır yanmıyor, çocuklar korkuyor. Bana 0555 111 22 33 numarasından ulaşın.",
        ["location"] = new JsonObject { ["provinceCode"] = province, ["districtCode"] = district, ["neighbourhood"] = "Topçular" },
        ["applicant"] = new JsonObject
        {
            ["nationalId"] = NationalId, ["firstName"] = "Çiğdem", ["lastName"] = "Öztürkoğlu", ["phone"] = "+905551112233", ["birthYear"] = 1980,
            ["gender"] = "female", ["education"] = "high_school", ["employment"] = "employed", ["circumstances"] = new JsonArray("veteran"),
        },
        ["hideIdentity"] = false,
        ["confidential"] = false,
        ["stateOfEmergency"] = false,
        ["notify"] = true,
        ["bureauCode"] = null,
    };

    public static JsonObject TipOff()
    {
        var body = Valid();
        body["kind"] = "tip_off";
        body["applicant"] = null;
        body.Remove("notify");
        return body;
    }

    /// <summary>The valid body with one field, 'applicant.phone', replaced; null text removes it.</summary>
    public static JsonObject With(string path, string? json)
    {
        var body = Valid();
        var names = path.Split('.');
        var holder = names.SkipLast(1).Aggregate(body, (node, name) => node[name]!.AsObject());
        if (json is null) holder.Remove(names[^1]);
        else holder[names[^1]] = JsonNode.Parse(json);
        return body;
    }
}
