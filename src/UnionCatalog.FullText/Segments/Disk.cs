using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace UnionCatalog.FullText.Segments;

/// <summary>
/// Everything that an index does to its files but reading them, in one place where tests can make any step fail or be the
/// last.
/// </summary>
internal class Disk
{
    /// <summary>The real one.</summary>
    public static Disk Real { get; } = new();

    /// <summary>Makes a file, or empties one.</summary>
    public virtual SafeFileHandle Create(string path) =>
        File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);

    public virtual void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long at) => RandomAccess.Write(file, bytes, at);

    /// <summary>Waits until the disk has what is in a file.</summary>
    public virtual void Flush(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Gives a file another's name, whose content is lost.</summary>
    public virtual void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public virtual void Delete(string path) => File.Delete(path);

    /// <summary>
    /// After a rename the new name is on disk for certain only when the folder has been flushed, and .NET opens no folders.
    /// Windows keeps names in its journal and has no such call.
    /// </summary>
    public virtual void FlushFolder(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            using var folder = OpenForReading(path, flags: 0);
            if (folder.IsInvalid)
            {
                throw new IOException($"The folder '{path}' cannot be opened, so that it is not certain what is on the disk (error {Marshal.GetLastPInvokeError()}).");
            }

            RandomAccess.FlushToDisk(folder);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle OpenForReading([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
