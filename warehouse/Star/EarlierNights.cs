using System.Globalization;

namespace AcikKapi.Warehouse;

/// <summary>The last nights' files, so that a release that turns out wrong can be taken back (docs/runbook-nightly.md).</summary>
static class EarlierNights
{
    /// <summary>ACIKKAPI_KEEP_NIGHTS names another number; 0 keeps none.</summary>
    const int Kept = 3;

    /// <summary>Gives the published day's files a second name below earlier/, and removes the days beyond those that are kept.</summary>
    public static void Keep(WarehousePaths paths, DateOnly asOf)
    {
        var nights = int.TryParse(Environment.GetEnvironmentVariable("ACIKKAPI_KEEP_NIGHTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : Kept;
        if (Publish.PublishedDay(paths) is { } day && day != asOf && nights > 0) KeepDay(paths, day);
        var folder = Path.GetDirectoryName(paths.Earlier(asOf))!;
        if (!Directory.Exists(folder)) return;
        foreach (var old in Directory.GetDirectories(folder).OrderDescending(StringComparer.Ordinal).Skip(nights)) Directory.Delete(old, recursive: true);
    }

    static void KeepDay(WarehousePaths paths, DateOnly day)
    {
        var folder = paths.Earlier(day);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in (string[])[paths.Warehouse, paths.Ministry, paths.Published])
            if (File.Exists(file)) DurableFile.Link(file, Path.Combine(folder, Path.GetFileName(file)));
    }
}
