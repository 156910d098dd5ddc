using System.Runtime.CompilerServices;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Records.Files;

/// <summary>
/// Reads the records of a file, whatever its format: MARC 21 in ISO 2709, MARCXML, Dublin Core or MODS, bare or in the
/// replies of an OAI-PMH provider, each also packed with gzip. One record at a time is in memory.
/// </summary>
public static class RecordFile
{
    private const int HeadLength = 4096;

    // Byte order marks of UTF-8 and UTF-16, white space, and the empty halves of UTF-16.
    private static ReadOnlySpan<byte> BeforeTheText => [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, (byte)' ', (byte)'\r', (byte)'\n', (byte)'\t', 0];

    /// <summary>Reads the records in the order of the file.</summary>
    /// <param name="path">The file. What it is tell its bytes, not its name.</param>
    /// <param name="holdings">Where this source keeps its items.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <remarks>
    /// Every record has a number, the unreadable ones too. Where a file is damaged so that nothing behind can be read, a
    /// last unreadable entry says so.
    /// </remarks>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidDataException">It holds none of these formats; the message says what is wrong.</exception>
    public static async IAsyncEnumerable<RecordFileEntry> ReadAsync(
        string path, HoldingsMapping holdings, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var isPacked = Head(path, isPacked: false) is [0x1F, 0x8B, ..];
        var isXml = IsXml(path, Head(path, isPacked));
        await using var stream = Open(path, isPacked);
        var entries = isXml ? XmlRecords.ReadAsync(stream, holdings, cancellation) : ReadMarcAsync(stream, holdings, cancellation);
        await using var reading = entries.GetAsyncEnumerator(cancellation);
        for (long number = 0; ; number = reading.Current.Number)
        {
            var (isMore, broken) = await NextAsync(reading, number + 1);
            if (broken is not null)
            {
                yield return broken;
            }

            if (!isMore)
            {
                yield break;
            }

            yield return reading.Current;
        }
    }

    private static async ValueTask<(bool IsMore, RecordFileEntry? Broken)> NextAsync(IAsyncEnumerator<RecordFileEntry> entries, long number)
    {
        try
        {
            return (await entries.MoveNextAsync(), null);
        }
        catch (Exception broken) when (broken is System.Xml.XmlException or InvalidDataException or IOException)
        {
            var reason = $"The file is damaged or cut short here, and nothing behind can be read: {broken.Message} Fetch or export it again.";
            return (false, new(number, new RecordReading.Unreadable(new(reason, number))));
        }
    }

    private static async IAsyncEnumerable<RecordFileEntry> ReadMarcAsync(
        Stream stream, HoldingsMapping holdings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in MarcFile.ReadAsync(stream, holdings, cancellation))
        {
            yield return new(entry.Number, entry.Reading);
        }
    }

    private static bool IsXml(string path, ReadOnlySpan<byte> head)
    {
        var start = head.TrimStart(BeforeTheText);
        if (start is [(byte)'<', ..])
        {
            return true;
        }

        var name = Path.GetFileName(path);
        return start.IsEmpty ? throw new InvalidDataException($"{name} is empty.")
            : Iso2709.LooksLikeLeader(start) || start.Contains(Iso2709.FieldTerminator) ? false
            : throw new InvalidDataException($"{name} is neither MARC 21 in ISO 2709 nor XML. Export the records as one of the two.");
    }

    private static byte[] Head(string path, bool isPacked)
    {
        try
        {
            using var file = Open(path, isPacked);
            var head = new byte[HeadLength];
            return head[..file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException broken) when (isPacked)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)} is packed with gzip and cannot be unpacked: {broken.Message}", broken);
        }
    }

    private static Stream Open(string path, bool isPacked)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16, useAsync: false);
        return isPacked ? new WholeGzip(file) : file;
    }
}

/// <summary>One record of a file, read or not.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Reading">What came of reading it.</param>
public sealed record RecordFileEntry(long Number, RecordReading Reading);
