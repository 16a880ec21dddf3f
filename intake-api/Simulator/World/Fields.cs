using System.Globalization;

namespace AcikKapi.Simulator.World;

/// <summary>The files of Data/ whose fields are parted by semicolons.</summary>
static class Fields
{
    public static IEnumerable<string[]> Of(string file) => DataFiles.Lines(file).Select(line => line.Split(';'));

    public static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
