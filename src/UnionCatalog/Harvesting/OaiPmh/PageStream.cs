namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>
/// A reply's body on its way to the XML reader: ends with a fault when it grows too large, gives up when cancelled
/// (which XmlReader cannot be told), and remembers how it began.
/// </summary>
/// <param name="body">The body, already unpacked.</param>
/// <param name="limit">The most bytes that may come.</param>
/// <param name="cancellation">Stops reading.</param>
internal sealed class PageStream(Stream body, long limit, CancellationToken cancellation) : Stream
{
    private readonly byte[] _head = new byte[1024];
    private long _count;

    /// <summary>The first kilobyte, read byte by byte as text; enough to tell what kind of document it is.</summary>
    public string Head => System.Text.Encoding.Latin1.GetString(_head, 0, (int)Math.Min(_count, _head.Length));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _count; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await body.ReadAsync(buffer, cancellation);
        Remember(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A reply is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Remember(ReadOnlySpan<byte> bytes)
    {
        if (_count < _head.Length)
        {
            var room = _head.AsSpan((int)_count);
            bytes[..Math.Min(bytes.Length, room.Length)].CopyTo(room);
        }

        _count += bytes.Length;
        if (_count > limit)
        {
            throw Faults.TooLarge("", limit, "bytes");
        }
    }
}
