using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace UnionCatalog.FullText.Segments;

/// <summary>
/// A file as memory, read-only. Whoever reads through <see cref="Start"/> keeps to <see cref="Length"/>, and keeps this
/// from being disposed of meanwhile: a lease on the segment does. A forgotten one is unmapped by the handle's finalizer.
/// </summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly SafeMemoryMappedViewHandle? _view;

    public MappedFile(string path)
    {
        // Delete is shared, so that a merge may remove the file under a snapshot that still reads from it.
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Write | FileShare.Delete);
        Length = RandomAccess.GetLength(file);
        if (Length > 0)
        {
            using var mapping = MemoryMappedFile.CreateFromFile(
                file, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            _view = mapping.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read).SafeMemoryMappedViewHandle;
            Start = (byte*)_view.DangerousGetHandle();
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

    public void Dispose() => _view?.Dispose();
}
