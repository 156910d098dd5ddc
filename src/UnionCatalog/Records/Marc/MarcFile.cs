using System.Runtime.CompilerServices;

namespace UnionCatalog.Records.Marc;

/// <summary>
/// Reads a whole file of MARC 21 records in ISO 2709, one after the other, without holding more than one in memory.
/// Every byte that is not white space between records belongs to one of the entries, readable or not.
/// </summary>
public static class MarcFile
{
    /// <summary>
    /// The longest record that is read, in bytes: far beyond the 99,999 of the standard, which systems exceed by leaving
    /// the length wrong. What is longer is one unreadable entry, whose bytes are the first so many.
    /// </summary>
    public const int LongestRecord = 4 * 1024 * 1024;

    /// <summary>Reads the records of a stream, from its present position to its end.</summary>
    /// <param name="stream">The file; it is not closed.</param>
    /// <param name="holdings">Where this source keeps its items.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static async IAsyncEnumerable<MarcFileEntry> ReadAsync(
        Stream stream, HoldingsMapping holdings, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var frames = new Iso2709Frames(stream, LongestRecord);
        for (long number = 1; await frames.MoveNextAsync(cancellation); number++)
        {
            var reading = frames.IsTooLong ? TooLong(frames.Current) : MarcReading.ReadIso2709(frames.Current, holdings);
            yield return new(number, frames.Offset, frames.Current, Place(reading, number, frames.Offset));
        }
    }

    private static RecordReading.Unreadable TooLong(ReadOnlyMemory<byte> beginning) => new(new(
        $"More than {LongestRecord} bytes without the end of a record: the file is damaged here, or is not MARC 21 in ISO 2709.",
        Identifier: Iso2709.Read(beginning.Span, [], out _)?.Control("001")?.Trim()));

    private static RecordReading Place(RecordReading reading, long number, long offset) => reading is RecordReading.Unreadable unreadable
        ? new RecordReading.Unreadable(unreadable.Error with { RecordNumber = number, ByteOffset = offset + (unreadable.Error.ByteOffset ?? 0) })
        : reading;
}

/// <summary>One record of a file, read or set aside.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Offset">Where it begins in the file, in bytes from 0.</param>
/// <param name="Bytes">The record's own bytes, a copy.</param>
/// <param name="Reading">What came of reading it.</param>
public sealed record MarcFileEntry(long Number, long Offset, ReadOnlyMemory<byte> Bytes, RecordReading Reading);
