using System.IO.Hashing;
using System.Runtime.CompilerServices;

namespace UnionCatalog.FullText.Segments;

/// <summary>
/// One section of a mapped file. It starts at a multiple of 64 bytes. Each 64 KiB of it are compared with their checksum
/// before anything in them is given out for the first time.
/// </summary>
internal sealed unsafe class Section
{
    private readonly SegmentFile _file;
    private readonly MappedFile _mapped;
    private readonly SectionPlace _place;
    private readonly ulong[] _checksums;
    private readonly byte* _start;
    private readonly long _length;

    /// <summary>A bit for each chunk that was found right.</summary>
    private readonly ulong[] _checked;
    private int _unchecked;

    public Section(SegmentFile file, MappedFile mapped, SectionPlace place, ulong[] checksums)
    {
        (_file, _mapped, _place, _checksums) = (file, mapped, place, checksums);
        _start = mapped.Start + place.Offset;
        _length = place.Length;
        _unchecked = place.Chunks;
        _checked = _unchecked == 0 ? [] : new ulong[(_unchecked + 63) / 64];
    }

    /// <summary>How long it is, in bytes.</summary>
    public long Length => _length;

    public SectionKind Kind => _place.Kind;

    public int At => _place.At;

    /// <summary>A part of it, whose chunks are compared with their checksums the first time that they are touched.</summary>
    /// <exception cref="IndexDamagedException">A checksum differs, or the part is outside of the section.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Bytes(long offset, int length)
    {
        if ((ulong)offset > (ulong)_length || (ulong)length > (ulong)(_length - offset))
        {
            ThrowOutside(offset, length);
        }

        if (Volatile.Read(ref _unchecked) != 0)
        {
            Check(offset, length);
        }

        return new ReadOnlySpan<byte>(_start + offset, length);
    }

    /// <summary>The whole of it as values, checked the first time.</summary>
    /// <exception cref="IndexDamagedException">A checksum differs.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<T> All<T>()
        where T : unmanaged
    {
        if (Volatile.Read(ref _unchecked) != 0)
        {
            Check(0, _length);
        }

        return new ReadOnlySpan<T>(_start, checked((int)(_length / sizeof(T))));
    }

    /// <summary>Checks a small section now, so that damage to it is told when the index is opened.</summary>
    public void CheckIfSmall()
    {
        if (_length is > 0 and <= SegmentHeader.Chunk)
        {
            Check(0, _length);
        }
    }

    /// <summary>Compares every checksum, also those that were compared before; null when all fit.</summary>
    public string? FirstDamage(CancellationToken cancellation)
    {
        for (var chunk = 0; chunk < _place.Chunks; chunk++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Fits(chunk))
            {
                return Differs(chunk);
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Check(long offset, long length)
    {
        var last = (int)((offset + Math.Max(length, 1) - 1) / SegmentHeader.Chunk);
        for (var chunk = (int)(offset / SegmentHeader.Chunk); chunk <= last && chunk < _place.Chunks; chunk++)
        {
            var bit = 1UL << (chunk & 63);
            if ((Volatile.Read(ref _checked[chunk >> 6]) & bit) != 0)
            {
                continue;
            }

            if (!Fits(chunk))
            {
                throw _file.Damaged(Differs(chunk));
            }

            if ((Interlocked.Or(ref _checked[chunk >> 6], bit) & bit) == 0)
            {
                Interlocked.Decrement(ref _unchecked);
            }
        }
    }

    private bool Fits(int chunk)
    {
        ObjectDisposedException.ThrowIf(_mapped.IsDisposed, _file);
        var from = (long)chunk * SegmentHeader.Chunk;
        var length = (int)Math.Min(SegmentHeader.Chunk, _place.PaddedLength - from);
        return XxHash3.HashToUInt64(new ReadOnlySpan<byte>(_start + from, length)) == _checksums[_place.FirstChunk + chunk];
    }

    private string Differs(int chunk) =>
        $"a checksum differs in section {_place.Kind} {_place.At}, bytes {_place.Offset + ((long)chunk * SegmentHeader.Chunk)} and after";

    private void ThrowOutside(long offset, int length) =>
        throw _file.Damaged($"section {_place.Kind} {_place.At} has no {length} bytes at {offset}");
}
