using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace UnionCatalog.Benchmarks.FullText;

/// <summary>What is done to the folder of an index as a whole.</summary>
internal static class Folders
{
    private const int DontNeed = 4;

    public static long Size(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);

    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }

    /// <summary>
    /// Asks the system to forget what it has of the files in memory, which needs no rights. It does so at once for pages that
    /// are on the disk and mapped by nobody, so nobody may have the index open.
    /// </summary>
    public static void Forget(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            file.Flush(flushToDisk: true);
            if (OperatingSystem.IsLinux())
            {
                _ = Advise(file.SafeFileHandle, 0, 0, DontNeed);
            }
        }
    }

    [DllImport("libc", EntryPoint = "posix_fadvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(SafeFileHandle file, long offset, long length, int advice);
}
