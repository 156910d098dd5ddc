using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace UnionCatalog.Server.Pages;

/// <summary>Writes text into a pipe in UTF-8. The pipe is not flushed: that cannot be done without waiting.</summary>
/// <param name="pipe">The pipe.</param>
internal sealed class PipeTextWriter(PipeWriter pipe) : TextWriter
{
    // Most pages whole: what is compressed in one piece becomes smaller.
    private const int Room = 1 << 16;

    // Keeps half a surrogate pair for the next piece.
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private readonly char[] _text = ArrayPool<char>.Shared.Rent(Room);
    private int _length;

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        if (_length == _text.Length)
        {
            Flush();
        }

        _text[_length++] = value;
    }

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.Length > _text.Length - _length)
        {
            var part = _text.Length - _length;
            Add(buffer[..part]);
            Flush();
            buffer = buffer[part..];
        }

        Add(buffer);
    }

    /// <inheritdoc/>
    public override void Flush() => Encode(isLast: false);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Encode(isLast: true);
            ArrayPool<char>.Shared.Return(_text);
        }

        base.Dispose(disposing);
    }

    private void Add(ReadOnlySpan<char> text)
    {
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Encode(bool isLast)
    {
        var bytes = pipe.GetSpan(Encoding.UTF8.GetMaxByteCount(_length));
        pipe.Advance(_encoder.GetBytes(_text.AsSpan(0, _length), bytes, isLast));
        _length = 0;
    }
}
