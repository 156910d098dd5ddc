using System.Buffers;
using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace UnionCatalog.Store.Sqlite;

/// <summary>How values that SQLite has no type for are kept: times and compressed bytes.</summary>
internal static class Values
{
    // Measured on 10,000 MARCXML records, beside a bare XmlReader that reads one in 9 µs: 5 makes them 22 % of their size in
    // 47 µs each, 2 makes them 26 % in 20 µs, 0 makes them 30 % in 11 µs. The window fits a record, not a web page.
    private const int Quality = 0;
    private const int Window = 18;

    /// <summary>Microseconds since 1970: as exact as PostgreSQL keeps them, and the unit that people can divide.</summary>
    public static long ToStored(this DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <inheritdoc cref="ToStored(DateTimeOffset)"/>
    public static object? ToStored(this DateTimeOffset? time) => time?.ToStored();

    /// <summary>Numbers for json_each, which makes rows of them: one statement for a page is sooner done than one for each record.</summary>
    public static string ToStored(this IEnumerable<long> numbers) => $"[{string.Join(',', numbers)}]";

    public static DateTimeOffset GetTime(this SqliteDataReader row, int column) =>
        DateTimeOffset.UnixEpoch.AddTicks(row.GetInt64(column) * TimeSpan.TicksPerMicrosecond);

    public static DateTimeOffset? FindTime(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetTime(column);

    public static long? FindNumber(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static string? FindText(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            return BrotliEncoder.TryCompress(bytes, buffer, out var length, Quality, Window)
                ? buffer[..length]
                : throw new InvalidOperationException("Brotli needed more room than it had named as its most.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads compressed bytes whose full size is in the column before.</summary>
    public static byte[] GetDecompressed(this SqliteDataReader row, int column) =>
        Decompress(row.GetFieldValue<byte[]>(column), row.GetInt64(column - 1));

    /// <summary>Bytes as they were before <see cref="Compress"/>.</summary>
    /// <exception cref="InvalidDataException">They are not of this size.</exception>
    public static byte[] Decompress(byte[] compressed, long size)
    {
        var bytes = new byte[size];
        return BrotliDecoder.TryDecompress(compressed, bytes, out var length) && length == bytes.Length
            ? bytes
            : throw new InvalidDataException("The store is damaged: a record's bytes do not decompress. Restore it from a backup.");
    }
}
