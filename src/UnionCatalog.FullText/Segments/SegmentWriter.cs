using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace UnionCatalog.FullText.Segments;

/// <summary>
/// Drafts one segment file, section by section. The file is not flushed: a commit does that when it names it.
/// </summary>
/// <param name="disk">What writes.</param>
/// <param name="path">The file.</param>
/// <param name="fingerprint">Of the schema.</param>
/// <param name="rate">How fast it may write; null: as fast as it can.</param>
internal sealed class SegmentWriter(Disk disk, string path, byte[] fingerprint, WriteRate? rate = null) : IDisposable
{
    /// <summary>A file up to this is put together in memory and written at once.</summary>
    private const int AtOnce = 1 << 20;

    /// <summary>
    /// What is written slowly is flushed this often: a commit's flush waits for what another file has on its way to the disk,
    /// and should not wait for hundreds of megabytes.
    /// </summary>
    private const int FlushedEvery = 4 << 20;

    private readonly List<SectionWriter> _sections = [];
    private int _parts;
    private bool _begun;
    private bool _finished;

    /// <summary>Begins a section; any number may be open at a time. One that stays empty is left out of the file.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="at">The field's or column's place in the schema.</param>
    public SectionWriter Open(SectionKind kind, int at)
    {
        var section = new SectionWriter(this, kind, at);
        _sections.Add(section);
        return section;
    }

    /// <summary>Writes the file.</summary>
    /// <param name="documents">How many documents the segment has.</param>
    public SegmentStamp Finish(int documents)
    {
        var places = new List<SectionPlace>();
        var chunks = new List<ulong>();
        long end = SegmentHeader.Size;
        _sections.RemoveAll(section => section.Position == 0);
        PutSmallLast();
        foreach (var section in _sections)
        {
            var (length, own) = section.End();
            var place = new SectionPlace(section.Kind, section.At, chunks.Count, end, length);
            places.Add(place);
            chunks.AddRange(own);
            end += place.PaddedLength;
        }

        var header = new byte[SegmentHeader.Size];
        var tables = new byte[SegmentHeader.TablesSize(places.Count, chunks.Count)];
        var stamp = SegmentHeader.Write(
            header, tables, fingerprint, documents, CollectionsMarshal.AsSpan(places), CollectionsMarshal.AsSpan(chunks));
        _begun = true;
        using var file = disk.Create(path);
        WriteFile(file, header, tables, stamp.Length);
        _finished = true;
        return stamp;
    }

    /// <summary>Deletes the part files, and a file that was not finished. What cannot be deleted is cleared away at the next opening.</summary>
    public void Dispose()
    {
        foreach (var section in _sections)
        {
            section.Dispose();
        }

        if (_begun && !_finished)
        {
            DeletePart(path);
        }
    }

    internal SafeFileHandle CreatePart(out string partPath)
    {
        partPath = $"{path}.{_parts++}{IndexFolder.PartSuffix}";
        return disk.Create(partPath);
    }

    internal void WriteTo(SafeFileHandle file, ReadOnlySpan<byte> bytes, long at)
    {
        rate?.Spend(bytes.Length);
        disk.Write(file, bytes, at);
    }

    internal void DeletePart(string partPath)
    {
        try
        {
            disk.Delete(partPath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next opening clears it away.
        }
    }

    /// <summary>What is checked when the file is opened stands together, before the tables, so that it is read in one go.</summary>
    private void PutSmallLast()
    {
        var small = _sections.FindAll(section => section.Position <= SegmentHeader.Chunk);
        _sections.RemoveAll(small.Contains);
        _sections.AddRange(small);
    }

    private void WriteFile(SafeFileHandle file, byte[] header, byte[] tables, long length)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, AtOnce));
        var (used, written, flushed) = (0, 0L, 0L);
        Take(header);
        foreach (var section in _sections)
        {
            section.CopyTo(Take);
            section.Dispose();
        }

        Take(tables);
        WriteTo(file, buffer.AsSpan(0, used), written);
        ArrayPool<byte>.Shared.Return(buffer);

        void Take(ReadOnlyMemory<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                if (used == buffer.Length)
                {
                    WriteTo(file, buffer.AsSpan(0, used), written);
                    written += used;
                    used = 0;
                    if (rate is not null && written - flushed >= FlushedEvery)
                    {
                        disk.Flush(path);
                        flushed = written;
                    }
                }

                var piece = bytes[..Math.Min(bytes.Length, buffer.Length - used)];
                piece.CopyTo(buffer.AsMemory(used));
                used += piece.Length;
                bytes = bytes[piece.Length..];
            }
        }
    }
}
