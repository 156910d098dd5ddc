using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace UnionCatalog.FullText.Segments;

/// <summary>What a manifest keeps of a segment file, to know it again: the checksum covers the checksums of all its bytes.</summary>
/// <param name="Length">The file's length in bytes.</param>
/// <param name="Checksum">The checksum of its header and tables.</param>
internal readonly record struct SegmentStamp(long Length, ulong Checksum);

/// <summary>Where a section is in its file.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="At">The field's or column's place in the schema.</param>
/// <param name="FirstChunk">The place of its first chunk's checksum among all of the file.</param>
/// <param name="Offset">Where it starts, a multiple of 64.</param>
/// <param name="Length">Its length. Zeros follow up to a multiple of 64, and are part of its last chunk.</param>
internal readonly record struct SectionPlace(SectionKind Kind, ushort At, int FirstChunk, long Offset, long Length)
{
    public long PaddedLength => (Length + 63) & ~63L;

    public int Chunks => (int)((PaddedLength + SegmentHeader.Chunk - 1) / SegmentHeader.Chunk);
}

/// <summary>
/// The layout of a segment file of version 2: a header of 128 bytes (start, length, number of documents, sections, chunks, and
/// last its checksum), the sections, the table of sections, the XxHash3 of every 64 KiB of every section. The header's
/// checksum is over header and tables.
/// </summary>
internal static class SegmentHeader
{
    public const int Size = 128;

    public const int Chunk = 1 << 16;

    private const int NumbersAt = FileStart.Size;
    private const int ChecksumAt = Size - 8;

    /// <summary>Makes the header and the tables behind the sections.</summary>
    public static SegmentStamp Write(
        Span<byte> header, Span<byte> tables, ReadOnlySpan<byte> fingerprint, int documents,
        ReadOnlySpan<SectionPlace> sections, ReadOnlySpan<ulong> chunks)
    {
        var end = sections.IsEmpty ? Size : sections[^1].Offset + sections[^1].PaddedLength;
        var length = end + tables.Length;
        header.Clear();
        FileStart.Write(header, fingerprint);
        MemoryMarshal.Cast<byte, long>(header[NumbersAt..ChecksumAt])[0] = length;
        var counts = MemoryMarshal.Cast<byte, int>(header[(NumbersAt + 8)..ChecksumAt]);
        (counts[0], counts[1], counts[2]) = (documents, sections.Length, chunks.Length);
        MemoryMarshal.AsBytes(sections).CopyTo(tables);
        MemoryMarshal.AsBytes(chunks).CopyTo(tables[(sections.Length * Unsafe.SizeOf<SectionPlace>())..]);
        var checksum = Checksum(header, tables);
        MemoryMarshal.Cast<byte, ulong>(header[ChecksumAt..])[0] = checksum;
        return new SegmentStamp(length, checksum);
    }

    public static int TablesSize(int sections, int chunks) => (sections * Unsafe.SizeOf<SectionPlace>()) + (chunks * 8);

    /// <summary>Reads and checks the header and the tables.</summary>
    public static SegmentStamp Read(
        string path, MappedFile file, ReadOnlySpan<byte> fingerprint, out int documents, out SectionPlace[] sections, out ulong[] chunks)
    {
        FileStart.ReadVersion(path, file.Bytes(0, (int)Math.Min(file.Length, Size)));
        if (file.Length < Size)
        {
            throw new IndexDamagedException(path, "it is cut short");
        }

        var header = file.Bytes(0, Size);
        var length = MemoryMarshal.Cast<byte, long>(header[NumbersAt..ChecksumAt])[0];
        if (length != file.Length)
        {
            throw new IndexDamagedException(path, $"it is {file.Length} bytes long and should be {length}");
        }

        var counts = MemoryMarshal.Cast<byte, int>(header[(NumbersAt + 8)..ChecksumAt]);
        var size = ((long)counts[1] * Unsafe.SizeOf<SectionPlace>()) + (counts[2] * 8L);
        if (counts[0] < 0 || counts[1] < 0 || counts[2] < 0 || size > length - Size || size > int.MaxValue)
        {
            throw new IndexDamagedException(path, "a number in its header is impossible");
        }

        var tables = file.Bytes(length - size, (int)size);
        var checksum = Checksum(header, tables);
        if (checksum != MemoryMarshal.Cast<byte, ulong>(header[ChecksumAt..])[0])
        {
            throw new IndexDamagedException(path, "the checksum of its header does not fit");
        }

        FileStart.CheckFingerprint(path, header, fingerprint);
        documents = counts[0];
        sections = MemoryMarshal.Cast<byte, SectionPlace>(tables)[..counts[1]].ToArray();
        chunks = MemoryMarshal.Cast<byte, ulong>(tables[(counts[1] * Unsafe.SizeOf<SectionPlace>())..]).ToArray();
        foreach (var section in sections)
        {
            if (section.Length < 0 || section.Offset < Size || section.Offset % 64 != 0 || section.PaddedLength > length - size - section.Offset
                || section.FirstChunk < 0 || section.Chunks > chunks.Length - section.FirstChunk)
            {
                throw new IndexDamagedException(path, "a section in its table is impossible");
            }
        }

        return new SegmentStamp(length, checksum);
    }

    private static ulong Checksum(ReadOnlySpan<byte> header, ReadOnlySpan<byte> tables)
    {
        var hash = new XxHash3();
        hash.Append(header[..ChecksumAt]);
        hash.Append(tables);
        return hash.GetCurrentHashAsUInt64();
    }
}
