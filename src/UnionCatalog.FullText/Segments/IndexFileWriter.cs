using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace UnionCatalog.FullText.Segments;

/// <summary>
/// Writes a file of the index: magic, format version, fingerprint of the schema, then arrays, each behind its length, and
/// last the SHA-256 of everything before. Numbers are written as they lie in memory, little end first.
/// </summary>
internal sealed class IndexFileWriter : IDisposable
{
    /// <summary>"UCFT" read as a number.</summary>
    public const int Magic = 0x5446_4355;

    /// <summary>Counted up whenever the meaning of a file's bytes changes; a file of another version is not read.</summary>
    public const int Version = 1;

    private readonly FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public IndexFileWriter(string path, ReadOnlySpan<byte> fingerprint)
    {
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        Append(MemoryMarshal.AsBytes<int>([Magic, Version]));
        Append(fingerprint);
    }

    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        BeginBytes(values.Length);
        Append(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Announces an array of bytes that follows piece by piece.</summary>
    public void BeginBytes(long length) => Append(MemoryMarshal.AsBytes<long>([length]));

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _file.Write(bytes);
    }

    /// <summary>Writes the checksum, and waits until the disk has it all.</summary>
    /// <returns>The checksum.</returns>
    public byte[] Finish()
    {
        var checksum = _hash.GetHashAndReset();
        _file.Write(checksum);
        _file.Flush(flushToDisk: true);
        return checksum;
    }

    public void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
    }
}
