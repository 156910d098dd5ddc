using System.Buffers.Binary;
using System.IO.Compression;

namespace UnionCatalog.Records.Files;

/// <summary>A file packed with gzip that notices when it is cut short: unpacked, it would only look shorter.</summary>
/// <param name="file">The file, at its beginning; it is closed with this.</param>
internal sealed class WholeGzip(FileStream file) : GZipStream(file, CompressionMode.Decompress)
{
    // What the end of the file says: the length unpacked, modulo 2^32 (ISIZE; RFC 1952, section 2.3.1).
    private readonly uint _length = LengthOf(file);
    private long _read;

    // The readings into spans and memory come to these two, as in every stream that is derived from this one.

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is at its end before it should be.</exception>
    public override int Read(byte[] buffer, int offset, int count) => Count(base.Read(buffer, offset, count), count);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is at its end before it should be.</exception>
#pragma warning disable CA1835 // The overload for memory comes back to this one.
    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Count(await base.ReadAsync(buffer, offset, count, cancellationToken), count);
#pragma warning restore CA1835

    private static uint LengthOf(FileStream file)
    {
        Span<byte> size = stackalloc byte[sizeof(uint)];
        file.Seek(-Math.Min(file.Length, size.Length), SeekOrigin.End);
        file.ReadAtLeast(size, size.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(size);
    }

    private int Count(int read, int wanted)
    {
        _read += read;
        return read > 0 || wanted == 0 || (uint)_read == _length ? read : throw new InvalidDataException("The packed file is cut short.");
    }
}
