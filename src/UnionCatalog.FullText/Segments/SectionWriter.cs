using System.Buffers;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace UnionCatalog.FullText.Segments;

/// <summary>Takes the bytes of one section. What goes beyond 256 KiB is spilled into a part file beside the segment.</summary>
internal sealed class SectionWriter : IDisposable
{
    private const int Spill = 4 * SegmentHeader.Chunk;

    private readonly SegmentWriter _segment;
    private readonly List<ulong> _chunks = [];
    private byte[] _buffer = [];

    /// <summary>How much of the buffer is taken; it starts where the spilled bytes end.</summary>
    private int _used;
    private long _spilled;
    private SafeFileHandle? _part;
    private string _partPath = "";

    public SectionWriter(SegmentWriter segment, SectionKind kind, int at) =>
        (_segment, Kind, At) = (segment, kind, checked((ushort)at));

    public SectionKind Kind { get; }

    public ushort At { get; }

    /// <summary>How many bytes it has taken.</summary>
    public long Position => _spilled + _used;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var piece = bytes[..Math.Min(bytes.Length, SegmentHeader.Chunk)];
            piece.CopyTo(GetSpan(piece.Length));
            Advance(piece.Length);
            bytes = bytes[piece.Length..];
        }
    }

    /// <summary>Writes values as they lie in memory, little end first.</summary>
    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged => Write(MemoryMarshal.AsBytes(values));

    /// <summary>Room to write into directly, at least so large; <see cref="Advance"/> says how much was used.</summary>
    /// <param name="size">At most 64 KiB.</param>
    public Span<byte> GetSpan(int size)
    {
        if (_buffer.Length - _used < size)
        {
            Grow(size);
        }

        return _buffer.AsSpan(_used);
    }

    public void Advance(int size)
    {
        _used += size;
        if (_used >= Spill)
        {
            SpillBuffer();
        }
    }

    /// <summary>Pads with zeros up to a multiple.</summary>
    public void Align(int bytes)
    {
        var missing = (int)((bytes - (Position % bytes)) % bytes);
        GetSpan(missing)[..missing].Clear();
        Advance(missing);
    }

    /// <summary>Ends the section: pads it, and takes the last checksums.</summary>
    /// <returns>Its length without the padding, and the checksums of its chunks.</returns>
    internal (long Length, List<ulong> Chunks) End()
    {
        var length = Position;
        Align(64);
        for (var at = 0; at < _used; at += SegmentHeader.Chunk)
        {
            _chunks.Add(XxHash3.HashToUInt64(_buffer.AsSpan(at, Math.Min(SegmentHeader.Chunk, _used - at))));
        }

        return (length, _chunks);
    }

    /// <summary>Gives the bytes in order, piece by piece, padding included.</summary>
    internal void CopyTo(Action<ReadOnlyMemory<byte>> take)
    {
        if (_part is not null)
        {
            var piece = ArrayPool<byte>.Shared.Rent(Spill);
            for (long at = 0; at < _spilled;)
            {
                var read = RandomAccess.Read(_part, piece.AsSpan(0, (int)Math.Min(Spill, _spilled - at)), at);
                if (read == 0)
                {
                    throw new IOException($"'{_partPath}' was cut short while it was in use.");
                }

                take(piece.AsMemory(0, read));
                at += read;
            }

            ArrayPool<byte>.Shared.Return(piece);
        }

        take(_buffer.AsMemory(0, _used));
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }

        if (_part is not null)
        {
            _part.Dispose();
            _segment.DeletePart(_partPath);
            _part = null;
        }
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(Math.Max(_used + size, Math.Max(_buffer.Length * 2, 256)), Spill + SegmentHeader.Chunk));
        _buffer.AsSpan(0, _used).CopyTo(larger);
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = larger;
    }

    private void SpillBuffer()
    {
        for (var at = 0; at < Spill; at += SegmentHeader.Chunk)
        {
            _chunks.Add(XxHash3.HashToUInt64(_buffer.AsSpan(at, SegmentHeader.Chunk)));
        }

        _part ??= _segment.CreatePart(out _partPath);
        _segment.WriteTo(_part, _buffer.AsSpan(0, Spill), _spilled);
        _spilled += Spill;
        _used -= Spill;
        _buffer.AsSpan(Spill, _used).CopyTo(_buffer);
    }
}
