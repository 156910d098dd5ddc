using System.IO.Hashing;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Segments;

/// <summary>
/// The one file that says what the index is: a commit is the moment when it is renamed into place. Segments that it does not
/// name are left over from a commit that did not come to its end.
/// </summary>
/// <remarks>Version 2: start, length, cursor, segments each with number, length, checksum and deletions, XxHash3 of it all.</remarks>
/// <param name="Cursor">The caller's cursor.</param>
/// <param name="Segments">The segments.</param>
internal sealed record Manifest(long Cursor, IReadOnlyList<Manifest.Entry> Segments)
{
    /// <summary>Of an index that nothing was ever committed to.</summary>
    private static readonly Manifest Empty = new(0, []);

    /// <summary>At least what an entry takes besides its deletions, and what stands before and behind the entries.</summary>
    private const int EntrySize = 64;

    public static ReadOnlyMemory<byte> Write(long cursor, IReadOnlyList<LiveSegment> segments, ReadOnlySpan<byte> fingerprint)
    {
        // Told beforehand how long it will be, the stream does not grow through ever larger arrays at every commit.
        using var bytes = new MemoryStream(segments.Sum(live => live.Code.Bytes.Length + EntrySize + (live.Totals.Length * 12)) + EntrySize + FileStart.Size);
        using var writer = new BinaryWriter(bytes);
        writer.Write(new byte[FileStart.Size + sizeof(long)]);
        writer.Write(cursor);
        writer.Write(segments.Count);
        foreach (var live in segments)
        {
            writer.Write(live.Segment.Number);
            writer.Write(live.Segment.File.Stamp.Length);
            writer.Write(live.Segment.File.Stamp.Checksum);
            writer.Write(live.Code.Bytes.Length);
            writer.Write(live.Code.IsBitmap);
            writer.Write(live.Code.Bytes);
            foreach (var totals in live.Code.Bytes.Length > 0 ? live.Totals : [])
            {
                writer.Write(totals.Documents);
                writer.Write(totals.Terms);
            }
        }

        writer.Write(0UL);
        writer.Flush();
        var file = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        FileStart.Write(file, fingerprint);
        BitConverter.TryWriteBytes(file[FileStart.Size..], (long)file.Length);
        BitConverter.TryWriteBytes(file[^sizeof(ulong)..], XxHash3.HashToUInt64(file[..^sizeof(ulong)]));
        return bytes.GetBuffer().AsMemory(0, file.Length);
    }

    /// <exception cref="IndexDamagedException">It cannot be used.</exception>
    public static Manifest Read(IndexFolder folder)
    {
        var path = folder.ManifestPath;
        if (!File.Exists(path))
        {
            // The first opening writes one before there is any segment.
            return folder.HasSegments() ? throw new IndexDamagedException(path, "the file is missing") : Empty;
        }

        var file = File.ReadAllBytes(path);
        FileStart.ReadVersion(path, file);
        if (file.Length < FileStart.Size + (2 * sizeof(long)) || BitConverter.ToInt64(file, FileStart.Size) != file.Length)
        {
            throw new IndexDamagedException(path, "it is cut short, or goes on behind its end");
        }

        if (BitConverter.ToUInt64(file, file.Length - sizeof(ulong)) != XxHash3.HashToUInt64(file.AsSpan(0, file.Length - sizeof(ulong))))
        {
            throw new IndexDamagedException(path, "its checksum does not fit its content");
        }

        FileStart.CheckFingerprint(path, file, folder.Fingerprint);
        try
        {
            using var reader = new BinaryReader(new MemoryStream(file, FileStart.Size + sizeof(long), file.Length - FileStart.Size - (2 * sizeof(long))));
            return Read(reader, folder.Schema.Fields.Count);
        }
        catch (EndOfStreamException)
        {
            throw new IndexDamagedException(path, "a length in it is impossible");
        }
    }

    private static Manifest Read(BinaryReader reader, int fields)
    {
        var cursor = reader.ReadInt64();
        var segments = new Entry[reader.ReadInt32()];
        for (var at = 0; at < segments.Length; at++)
        {
            var number = reader.ReadInt64();
            var stamp = new SegmentStamp(reader.ReadInt64(), reader.ReadUInt64());
            var length = reader.ReadInt32();
            var deletions = new DeletionCode(reader.ReadBoolean(), reader.ReadBytes(length));
            var totals = new FieldTotals[length > 0 ? fields : 0];
            for (var field = 0; field < totals.Length; field++)
            {
                totals[field] = new FieldTotals(reader.ReadInt32(), reader.ReadInt64());
            }

            segments[at] = new Entry(number, stamp, deletions, totals);
        }

        return new Manifest(cursor, segments);
    }

    /// <summary>One segment.</summary>
    /// <param name="Number">What its file is named by.</param>
    /// <param name="Stamp">What its file is known by.</param>
    /// <param name="Deletions">Which of its documents are not there any more.</param>
    /// <param name="Totals">By field, of those that are; empty when all are.</param>
    internal sealed record Entry(long Number, SegmentStamp Stamp, DeletionCode Deletions, FieldTotals[] Totals)
    {
        public LiveSegment Open(IndexFolder folder)
        {
            var segment = Segment.Open(folder, Number, Stamp);
            if (Deletions.Bytes.Length == 0)
            {
                return LiveSegment.Whole(segment);
            }

            if (Deletions.ToSet(segment.Count) is { } deleted)
            {
                return LiveSegment.Restore(segment, deleted, Totals);
            }

            segment.Release();
            throw new IndexDamagedException(folder.ManifestPath, $"the deletions of segment {Number} are impossible");
        }
    }
}
