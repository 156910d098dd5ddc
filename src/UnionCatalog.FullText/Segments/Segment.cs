using Microsoft.Win32.SafeHandles;

namespace UnionCatalog.FullText.Segments;

/// <summary>
/// One file of documents that never change: everything that is searched is in memory, stored bytes are read from the file
/// when a hit is given back. The file stays open for as long as a snapshot refers to it, even when it has been deleted.
/// </summary>
internal sealed class Segment
{
    private readonly SafeFileHandle _file;
    private readonly long[] _storedStarts;
    private readonly long _storedAt;

    private Segment(long number, byte[] checksum, SegmentContent content, SafeFileHandle file, long[] starts, long storedAt)
    {
        (Number, Checksum, Content) = (number, checksum, content);
        (_file, _storedStarts, _storedAt) = (file, starts, storedAt);
    }

    /// <summary>Its file's number; no two segments have one number at one time.</summary>
    public long Number { get; }

    public byte[] Checksum { get; }

    public SegmentContent Content { get; }

    public int Count => Content.Keys.Count;

    public byte[] Stored(int document)
    {
        var stored = new byte[StoredLength(document)];
        var at = _storedAt + _storedStarts[document];
        for (var read = 0; read < stored.Length;)
        {
            var more = RandomAccess.Read(_file, stored.AsSpan(read), at + read);
            read += more > 0 ? more : throw new EndOfStreamException($"Segment {Number} of the index was cut short while open.");
        }

        return stored;
    }

    public long StoredLength(int document) => _storedStarts[document + 1] - _storedStarts[document];

    /// <summary>Writes a segment, and opens it.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="content">What to.</param>
    /// <param name="storedLengths">The length of each document's stored bytes.</param>
    /// <param name="stored">Each document's stored bytes.</param>
    public static Segment Write(
        IndexFolder folder, SegmentContent content,
        IEnumerable<long> storedLengths, IEnumerable<ReadOnlyMemory<byte>> stored)
    {
        byte[] checksum;
        var number = folder.FreeNumber();
        using (var file = new IndexFileWriter(folder.SegmentPath(number), folder.Fingerprint))
        {
            content.Write(file);
            var starts = new List<long> { 0 };
            starts.AddRange(storedLengths.Select(length => starts[^1] + length));
            file.Write<long>(starts.ToArray());
            file.BeginBytes(starts[^1]);
            foreach (var bytes in stored)
            {
                file.Append(bytes.Span);
            }

            checksum = file.Finish();
        }

        return Open(folder, number, checksum);
    }

    /// <exception cref="IndexDamagedException">The file is missing or is not, byte for byte, the one with this checksum.</exception>
    public static Segment Open(IndexFolder folder, long number, byte[] checksum)
    {
        using var file = new IndexFileReader(folder.SegmentPath(number), folder.Fingerprint);
        var content = SegmentContent.Read(folder.Schema, file);
        var starts = file.Read<long>();
        var storedAt = file.SkipBytes();
        if (!file.Finish().AsSpan().SequenceEqual(checksum))
        {
            throw file.Damaged("it is not the file that was committed under this name");
        }

        file.KeepOpen = true;
        return new Segment(number, checksum, content, file.Handle, starts, storedAt);
    }
}
