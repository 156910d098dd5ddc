using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace UnionCatalog.FullText.Segments;

/// <summary>
/// A file as memory, read-only. Whoever reads through <see cref="Start"/> keeps to <see cref="Length"/>, and keeps this
/// from being disposed of meanwhile: a lease on the segment does. A forgotten one is unmapped by the handle's finalizer.
/// </summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private const int WillNeed = 3;
    private const int DoNotNeed = 4;

    private readonly SafeMemoryMappedViewHandle? _view;
    private readonly SafeFileHandle _file;

    public MappedFile(string path)
    {
        // Delete is shared, so that a merge may remove the file under a snapshot that still reads from it.
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Write | FileShare.Delete, FileOptions.RandomAccess);
        Length = RandomAccess.GetLength(_file);
        if (Length > 0)
        {
            using var mapping = MemoryMappedFile.CreateFromFile(
                _file, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            _view = mapping.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read).SafeMemoryMappedViewHandle;
            Start = (byte*)_view.DangerousGetHandle();
            Expect(PageUse.Scattered);
        }
    }

    public byte* Start { get; }

    /// <summary>The file's length; mapped memory goes on to the end of the page.</summary>
    public long Length { get; }

    public bool IsDisposed => _view is { IsClosed: true };

    public ReadOnlySpan<byte> Bytes(long offset, int length) =>
        offset >= 0 && length >= 0 && offset <= Length - length
            ? new ReadOnlySpan<byte>(Start + offset, length)
            : throw new ArgumentOutOfRangeException(nameof(offset));

    /// <summary>Reads bytes from the file itself, without making them pages of this process.</summary>
    /// <returns>Whether the file is still long enough.</returns>
    public bool TryRead(long offset, Span<byte> to)
    {
        while (!to.IsEmpty)
        {
            var count = RandomAccess.Read(_file, to, offset);
            if (count == 0)
            {
                return false;
            }

            to = to[count..];
            offset += count;
        }

        return true;
    }

    /// <summary>
    /// Says how pages will be asked for. While a file is opened, a few here and there: what the system reads ahead around each of
    /// them would come to the whole file. Afterwards as it comes.
    /// </summary>
    public void Expect(PageUse use)
    {
        if (OperatingSystem.IsLinux() && Length > 0)
        {
            // Advice: nothing depends on it.
            _ = Advise((nint)Start, (nuint)Length, (int)use);
        }
    }

    /// <summary>Has the system read a part now, beside others that are asked for: one after the other they would take long on a disk.</summary>
    public void Prefetch(long offset, long length)
    {
        length = Math.Min(length, Length - offset);
        if (OperatingSystem.IsLinux() && length > 0)
        {
            var page = offset & -Environment.SystemPageSize;
            _ = Advise((nint)(Start + page), (nuint)(offset + length - page), WillNeed);
        }
    }

    /// <summary>Has the system take the whole pages of a part out of this process's memory; they come again when they are asked for.</summary>
    public void LetGo(long offset, long length)
    {
        var start = (offset + Environment.SystemPageSize - 1) & -Environment.SystemPageSize;
        var end = (offset + length) & -Environment.SystemPageSize;
        if (OperatingSystem.IsLinux() && end > start)
        {
            _ = Advise((nint)(Start + start), (nuint)(end - start), DoNotNeed);
        }
    }

    public void Dispose()
    {
        _view?.Dispose();
        _file.Dispose();
    }

    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(nint start, nuint length, int advice);
}

/// <summary>How the pages of a mapped file will be asked for; the numbers are Linux's.</summary>
internal enum PageUse
{
    /// <summary>Neighbours after one another, as often as not.</summary>
    Ordinary = 0,

    /// <summary>Single ones.</summary>
    Scattered = 1,
}
