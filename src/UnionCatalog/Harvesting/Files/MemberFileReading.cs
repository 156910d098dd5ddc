using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;
using UnionCatalog.Records.Rows;

namespace UnionCatalog.Harvesting.Files;

/// <summary>Reads a member's file record by record, whatever its kind.</summary>
internal static class MemberFileReading
{
    /// <summary>Reads the records in the order of the file, which is the same every time.</summary>
    /// <param name="file">The file.</param>
    /// <param name="holdings">Where the member's records keep their items.</param>
    /// <param name="seen">The identifiers of the files that were read before it and belong to it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="MemberFault">The file cannot be read, or not to its end.</exception>
    public static async IAsyncEnumerable<FileEntry> ReadAsync(
        MemberFile file, HoldingsMapping holdings, SeenIdentifiers seen, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var records = 0L;
        var entries = file.Kind switch
        {
            FileKind.Iso2709 => ReadMarcAsync(file, holdings, cancellation),
            FileKind.Xml => XmlFile.ReadAsync(file, holdings, cancellation),
            _ => ReadTable(file).ToAsyncEnumerable(),
        };
        await using var reading = entries.GetAsyncEnumerator(cancellation);
        while (await NextAsync(reading, file))
        {
            cancellation.ThrowIfCancellationRequested();
            records += reading.Current is FileEntry.SetAside ? 0 : 1;
            yield return seen.Check(reading.Current);
        }

        if (records == 0)
        {
            throw FileFaults.NoRecords(file.Name);
        }
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<FileEntry> entries, MemberFile file)
    {
        try
        {
            return await entries.MoveNextAsync();
        }
        catch (XmlException broken)
        {
            throw FileFaults.BrokenXml(file.Name, broken);
        }
        catch (InvalidDataException broken)
        {
            throw FileFaults.BrokenGzip(file.Name, broken);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw FileFaults.Closed(file.Name, closed);
        }
    }

    private static IEnumerable<FileEntry> ReadTable(MemberFile file)
    {
        var layout = file.Layout!;
        return layout.HasTitle
            ? TableFile.Read(file.Open, layout).Select(Take)
            : throw FileFaults.NoTitle(file.Name, layout.Columns.Select(column => column.Heading));
    }

    private static FileEntry Take(TableEntry entry)
    {
        var place = new FilePlace(IsLine: true, entry.Line);
        return entry switch
        {
            TableEntry.Whole whole => new FileEntry.Live(place, whole.Identifier, MetadataFormat.Row, whole.Document.ToBytes()),

            // A row that is no book can be none of those stored: it must not keep what is gone from being seen.
            TableEntry.Faulty { IsBook: false } other => new FileEntry.SetAside(place, $"line:{entry.Line}", other.Reason, Encoding.UTF8.GetBytes(other.Text)),
            TableEntry.Faulty faulty => new FileEntry.SetAside(place, null, faulty.Reason, Encoding.UTF8.GetBytes(faulty.Text)),
            _ => throw new ArgumentOutOfRangeException(nameof(entry)),
        };
    }

    private static async IAsyncEnumerable<FileEntry> ReadMarcAsync(
        MemberFile file, HoldingsMapping holdings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = file.Open();
        await foreach (var entry in MarcFile.ReadAsync(stream, holdings, cancellation))
        {
            var place = new FilePlace(IsLine: false, entry.Number);
            yield return entry.Reading switch
            {
                RecordReading.Readable readable => new FileEntry.Live(
                    place, RecordIdentity.OfIso2709(entry.Bytes.Span, readable.Record), MetadataFormat.Iso2709, entry.Bytes),
                RecordReading.Unreadable unreadable => new FileEntry.SetAside(
                    place, unreadable.Error.Identifier, unreadable.Error.Reason, entry.Bytes),
                _ => throw new InvalidOperationException("A record was neither readable nor unreadable."),
            };
        }
    }
}
