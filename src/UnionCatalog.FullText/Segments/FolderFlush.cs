using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace UnionCatalog.FullText.Segments;

/// <summary>
/// After a rename the new name is on disk for certain only when the folder has been flushed, and .NET opens no folders.
/// Windows keeps names in its journal and has no such call.
/// </summary>
internal static class FolderFlush
{
    public static void Flush(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            using var folder = OpenForReading(path, flags: 0);
            if (!folder.IsInvalid)
            {
                RandomAccess.FlushToDisk(folder);
            }
        }
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle OpenForReading([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
