using System.Buffers;
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

    /// <summary>
    /// A copy of a part of it, read from the file: for what is asked for here and there and may be much, whose pages would count as
    /// this process's memory ever after. Chunks are compared with their checksums the first time, as in <see cref="Bytes"/>.
    /// </summary>
    /// <exception cref="IndexDamagedException">A checksum differs, or the part is outside of the section.</exception>
    public byte[] Read(long offset, int length)
    {
        if ((ulong)offset > (ulong)_length || (ulong)length > (ulong)(_length - offset))
        {
            ThrowOutside(offset, length);
        }

        if (Volatile.Read(ref _unchecked) != 0)
        {
            Check(offset, length, isMapped: false);
        }

        var copy = new byte[length];
        return _mapped.TryRead(_place.Offset + offset, copy) ? copy : throw _file.Damaged("it has been cut since it was opened");
    }

    /// <summary>Says that it has been gone through and will not be wanted soon, so that it is not this process's memory any longer.</summary>
    public void LetGo() => _mapped.LetGo(_place.Offset, _length);

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
    private void Check(long offset, long length, bool isMapped = true)
    {
        var last = (int)((offset + Math.Max(length, 1) - 1) / SegmentHeader.Chunk);
        for (var chunk = (int)(offset / SegmentHeader.Chunk); chunk <= last && chunk < _place.Chunks; chunk++)
        {
            var bit = 1UL << (chunk & 63);
            if ((Volatile.Read(ref _checked[chunk >> 6]) & bit) != 0)
            {
                continue;
            }

            if (!(isMapped ? Fits(chunk) : FitsInFile(chunk)))
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
        return Fits(chunk, new ReadOnlySpan<byte>(_start + StartOf(chunk), LengthOf(chunk)));
    }

    private bool FitsInFile(int chunk)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(SegmentHeader.Chunk);
        try
        {
            var read = bytes.AsSpan(0, LengthOf(chunk));
            return _mapped.TryRead(_place.Offset + StartOf(chunk), read) && Fits(chunk, read);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private bool Fits(int chunk, ReadOnlySpan<byte> bytes) => XxHash3.HashToUInt64(bytes) == _checksums[_place.FirstChunk + chunk];

    private static long StartOf(int chunk) => (long)chunk * SegmentHeader.Chunk;

    private int LengthOf(int chunk) => (int)Math.Min(SegmentHeader.Chunk, _place.PaddedLength - StartOf(chunk));

    private string Differs(int chunk) =>
        $"a checksum differs in section {_place.Kind} {_place.At}, bytes {_place.Offset + ((long)chunk * SegmentHeader.Chunk)} and after";

    private void ThrowOutside(long offset, int length) =>
        throw _file.Damaged($"section {_place.Kind} {_place.At} has no {length} bytes at {offset}");
}
