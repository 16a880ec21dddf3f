using AcikKapi.Cli.Servers;
using Xunit;

namespace AcikKapi.Tests.Faults;

/// <summary>A disk of 400 MB (in memory) that can be filled to the last byte. Needs the right to mount.</summary>
sealed class SmallDisk : IAsyncDisposable
{
    SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    string Ballast => Path.Combine(Folder, "ballast");

    public static async Task<SmallDisk> MountAsync()
    {
        var folder = Directory.CreateTempSubdirectory("acikkapi-disk-").FullName;
        var (exitCode, output) = await Shell.RunAsync("mount", ["-t", "tmpfs", "-o", "size=400m,mode=755", "tmpfs", folder]);
        if (exitCode == 0) return new SmallDisk(folder);
        Directory.Delete(folder);
        Assert.Skip($"A small disk cannot be mounted here: {output.Trim()}");
        return null!;
    }

    public void Fill()
    {
        using var ballast = File.Create(Ballast);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                ballast.Write(block);
                ballast.Flush();
            }
        }
        catch (IOException) { } // no space left: that is what we want
    }

    public void Free() => File.Delete(Ballast);

    public async ValueTask DisposeAsync()
    {
        await Shell.RunAsync("umount", [Folder]);
        Directory.Delete(Folder);
    }
}
