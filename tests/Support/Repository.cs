namespace AcikKapi.Tests.Support;

public static class Repository
{
    /// <summary>The folder that holds AcikKapi.sln, upwards from the tests' own.</summary>
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    static string FindRoot(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "AcikKapi.sln"))
            ? folder.FullName
            : FindRoot(folder.Parent ?? throw new InvalidOperationException("No AcikKapi.sln above the tests' folder."));
}
