using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AcikKapi.Domain;

namespace AcikKapi.Ingest.Import;

/// <summary>
/// How a foreign file's columns and values become ours: a JSON file. Without one the file is as the contract has it: our
/// column names, UTF-8, ISO 8601 times with offset.
/// </summary>
/// <param name="Columns">Ours → theirs.</param>
/// <param name="Constants">Ours → what every row has.</param>
/// <param name="Values">Ours → (theirs → ours); "*" stands for all others, "" for none.</param>
/// <param name="Times">A .NET pattern of local times, MM/dd/yyyy hh:mm:ss tt; none: ISO 8601 with offset.</param>
/// <param name="Zone">Of those local times.</param>
/// <param name="Encoding">utf-8 or windows-1254.</param>
public sealed record ImportMap(
    Dictionary<string, string> Columns, Dictionary<string, string> Constants, Dictionary<string, Dictionary<string, string>> Values,
    string? Times = null, string Zone = "Europe/Istanbul", string Encoding = "utf-8")
{
    public static ImportMap None { get; } = new([], [], []);

    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    };

    /// <exception cref="UserError">No such file, or not of that form.</exception>
    public static ImportMap Read(string file)
    {
        if (!File.Exists(file)) throw new UserError($"There is no file {file}.");
        try
        {
            var map = JsonSerializer.Deserialize<ImportMap>(File.ReadAllText(file), Strict) ?? None;
            map = map with { Columns = map.Columns ?? [], Constants = map.Constants ?? [], Values = map.Values ?? [], Zone = map.Zone ?? None.Zone, Encoding = map.Encoding ?? None.Encoding };
            _ = (map.TextEncoding(), TimeZoneInfo.FindSystemTimeZoneById(map.Zone));
            return map;
        }
        catch (JsonException error)
        {
            throw new UserError($"{file} is no mapping file: line {error.LineNumber + 1}, {error.Path}. It may hold columns, constants, values, times, zone, encoding.", error);
        }
        catch (TimeZoneNotFoundException error)
        {
            throw new UserError($"{file}: there is no such time zone.", error);
        }
    }

    /// <summary>Throws on bytes that are not of it: letters would be lost in silence.</summary>
    public Encoding TextEncoding() => Encoding switch
    {
        "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        "windows-1254" => CodePagesEncodingProvider.Instance.GetEncoding(1254)!,
        _ => throw new UserError("encoding must be utf-8 or windows-1254."),
    };

    public string? ToOurs(string column, string? value)
    {
        if (Constants.TryGetValue(column, out var constant)) return constant;
        if (!Values.TryGetValue(column, out var known) || value is null) return value;
        var ours = known.GetValueOrDefault(value) ?? known.GetValueOrDefault("*") ?? value;
        return ours.Length == 0 ? null : ours;
    }
}
