using System.Globalization;

namespace AcikKapi.Warehouse;

/// <summary>Where the warehouse's files lie below one folder. Nothing is made or opened here except the folders asked for.</summary>
public sealed record WarehousePaths(string Folder)
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // Published files are for the group too, so the folder above them must let it through.
    const UnixFileMode OwnerAndGroup = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;

    public string Raw => Path.Combine(Folder, "raw.duckdb");
    public string Kept => Path.Combine(Folder, "kept");
    public string Labels => Path.Combine(Kept, "labels");
    public string Flags => Path.Combine(Kept, "flags");
    public string Releases => Path.Combine(Kept, "releases");
    public string Told => Path.Combine(Kept, "told");
    public string Models => Path.Combine(Folder, "models");

    /// <summary>The weights of the model in service, for the intake; no word stands in them.</summary>
    public string TypeModel => Path.Combine(Folder, "type-model.bin");

    public string Warehouse => Path.Combine(Folder, "warehouse.duckdb");
    public string Published => Path.Combine(Folder, "published.duckdb");
    public string Ministry => Path.Combine(Folder, "ministry.duckdb");

    /// <summary>Where the files of a day lie after a later day took their place.</summary>
    public string Earlier(DateOnly day) => Path.Combine(Folder, "earlier", Name(day));

    /// <summary>The night's own folder, beside yesterday's files: a half-finished night is never seen by a reader.</summary>
    public string Building(DateOnly asOf) => Path.Combine(Folder, "building", Name(asOf));

    public string BuildingWarehouse(DateOnly asOf) => Path.Combine(Building(asOf), "warehouse.duckdb");
    public string BuildingPublished(DateOnly asOf) => Path.Combine(Building(asOf), "published.duckdb");
    public string BuildingMinistry(DateOnly asOf) => Path.Combine(Building(asOf), "ministry.duckdb");

    /// <summary>As it stands in file names: 2026-11-23.</summary>
    public static string Name(DateOnly asOf) => asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Makes the folders a night writes to; kept and building are the owner's alone.</summary>
    public void MakeFolders(DateOnly asOf)
    {
        Directory.CreateDirectory(Folder, OwnerAndGroup);
        foreach (var folder in (string[])[Path.Combine(Folder, "building"), Building(asOf), Kept, Labels, Flags, Releases, Told, Models])
            Directory.CreateDirectory(folder, OwnerOnly);
    }
}
