using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AcikKapi.Warehouse;

/// <summary>Makes sure that what was written survives a power cut before a rename makes it visible.</summary>
public static class DurableFile
{
    /// <summary>Folds a database's log into its file and forces the file to the disk.</summary>
    public static void Settle(string database)
    {
        using (var connection = DuckDb.Open(database)) connection.Execute("checkpoint");
        using var file = File.OpenHandle(database, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Forces a folder's entries (the renames in it) to the disk. .NET cannot open folders, so libc does.</summary>
    public static void SyncFolder(string folder)
    {
        using var handle = new SafeFileHandle(Open(folder, flags: 0), ownsHandle: true);
        if (handle.IsInvalid || Fsync(handle) != 0) throw new IOException($"Cannot sync {folder}: errno {Marshal.GetLastPInvokeError()}.");
    }

    /// <summary>A second name for a file, which keeps it when the first one is given to another. .NET makes no hard links.</summary>
    public static void Link(string file, string name)
    {
        if (LinkCall(file, name) != 0) throw new IOException($"Cannot keep {file} as {name}: errno {Marshal.GetLastPInvokeError()}.");
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    static extern int LinkCall([MarshalAs(UnmanagedType.LPUTF8Str)] string file, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    static extern nint Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    static extern int Fsync(SafeFileHandle file);
}
