using AcikKapi.Domain;

namespace AcikKapi.Cli;

/// <summary>Two nights in one home would write the same files: the second is told so. The lock goes with its process.</summary>
static class NightLock
{
    public static IDisposable Take(Home home)
    {
        Directory.CreateDirectory(home.Warehouse.Folder);
        try
        {
            return new FileStream(Path.Combine(home.Folder, "night.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new UserError($"Another night is running in {home.Folder}. Wait until it has ended, then call again.");
        }
    }
}
