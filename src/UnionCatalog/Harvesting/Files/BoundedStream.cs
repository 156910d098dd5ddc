namespace UnionCatalog.Harvesting.Files;

/// <summary>A file of which no more than so many bytes are read: a few kilobytes of gzip can unpack to gigabytes.</summary>
/// <param name="inner">The file; it is closed with this.</param>
/// <param name="longest">The most bytes.</param>
/// <param name="tooLarge">The fault of a file that has more.</param>
/// <param name="length">How many bytes there should be, modulo 2^32; null where that is not known.</param>
internal sealed class BoundedStream(Stream inner, long longest, Func<long, Exception> tooLarge, uint? length = null) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="MemberFault">The file is too large.</exception>
    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        _read += read;
        return _read > longest ? throw tooLarge(longest)
            : read == 0 && length is { } whole && whole != (uint)_read ? throw new InvalidDataException("The packed file is cut short.")
            : read;
    }
}
