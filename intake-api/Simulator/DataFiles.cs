namespace AcikKapi.Simulator;

/// <summary>The embedded files of Data/: lines without comments and blanks.</summary>
internal static class DataFiles
{
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }

    private static Stream Open(string name) =>
        typeof(DataFiles).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
}
