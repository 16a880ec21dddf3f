using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace AcikKapi.Cli;

static class Json
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), // Turkish letters stay letters
    };

    public static void Print<T>(T value) => Console.WriteLine(JsonSerializer.Serialize(value, Options));
}
