using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace UnionCatalog.FullText.Segments;

/// <summary>
/// Reads back what <see cref="IndexFileWriter"/> wrote. Nothing read may be used before <see cref="Finish"/> has compared the
/// checksum; until then only the bounds of the file are relied on.
/// </summary>
internal sealed class IndexFileReader : IDisposable
{
    private readonly string _path;
    private readonly long _end;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Opens a file and checks whose it is.</summary>
    /// <exception cref="IndexDamagedException">It is missing, cut short, of another version or of another schema.</exception>
    public IndexFileReader(string path, ReadOnlySpan<byte> fingerprint)
    {
        _path = path;
        if (!File.Exists(path))
        {
            throw Damaged("the file is missing");
        }

        // Delete is shared, so that a merge may remove the file under a snapshot that still reads from it.
        Handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        _end = RandomAccess.GetLength(Handle) - SHA256.HashSizeInBytes;
        try
        {
            CheckHeader(fingerprint);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Set when someone goes on reading from the open file after this reader is disposed of.</summary>
    public bool KeepOpen { get; set; }

    /// <summary>The open file.</summary>
    public SafeFileHandle Handle { get; }

    /// <summary>How far it has been read, in bytes.</summary>
    public long Position { get; private set; }

    public T[] Read<T>()
        where T : unmanaged
    {
        var length = BeginBytes();
        if (length > (_end - Position) / Unsafe.SizeOf<T>() || length > Array.MaxLength)
        {
            throw Damaged("a length in it is impossible");
        }

        var values = GC.AllocateUninitializedArray<T>((int)length);
        Fill(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>Passes over an array of bytes, which is only to be checked now.</summary>
    /// <returns>Where it starts in the file.</returns>
    public long SkipBytes()
    {
        var left = BeginBytes();
        var start = Position;
        var buffer = new byte[1 << 16];
        while (left > 0)
        {
            var piece = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
            Fill(piece);
            left -= piece.Length;
        }

        return start;
    }

    /// <summary>Compares the checksum.</summary>
    /// <returns>The checksum.</returns>
    /// <exception cref="IndexDamagedException">It differs, or the file goes on behind it.</exception>
    public byte[] Finish()
    {
        var expected = new byte[SHA256.HashSizeInBytes];
        var found = _hash.GetHashAndReset();
        if (Position != _end || !ReadFully(expected) || !expected.AsSpan().SequenceEqual(found))
        {
            throw Damaged("its checksum does not fit its content");
        }

        return found;
    }

    public IndexDamagedException Damaged(string reason) => new(_path, reason);

    public void Dispose()
    {
        _hash.Dispose();
        if (!KeepOpen)
        {
            Handle.Dispose();
        }
    }

    private void CheckHeader(ReadOnlySpan<byte> fingerprint)
    {
        Span<int> start = stackalloc int[2];
        Fill(MemoryMarshal.AsBytes(start));
        if (start[0] != IndexFileWriter.Magic)
        {
            throw Damaged("it is not a file of a full-text index");
        }

        if (start[1] != IndexFileWriter.Version)
        {
            throw Damaged($"it has format version {start[1]}, and this program reads version {IndexFileWriter.Version}");
        }

        Span<byte> theirs = stackalloc byte[fingerprint.Length];
        Fill(theirs);
        if (!theirs.SequenceEqual(fingerprint))
        {
            throw Damaged("it was built for other fields, columns or text analysis");
        }
    }

    private long BeginBytes()
    {
        Span<long> length = stackalloc long[1];
        Fill(MemoryMarshal.AsBytes(length));
        return length[0] >= 0 && length[0] <= _end - Position ? length[0] : throw Damaged("a length in it is impossible");
    }

    private void Fill(Span<byte> bytes)
    {
        if (Position + bytes.Length > _end || !ReadFully(bytes))
        {
            throw Damaged("it is cut short");
        }

        _hash.AppendData(bytes);
        Position += bytes.Length;
    }

    private bool ReadFully(Span<byte> bytes)
    {
        for (var at = Position; !bytes.IsEmpty;)
        {
            var read = RandomAccess.Read(Handle, bytes, at);
            if (read == 0)
            {
                return false;
            }

            at += read;
            bytes = bytes[read..];
        }

        return true;
    }
}
