using Microsoft.Data.Sqlite;
using UnionCatalog.Records;

namespace UnionCatalog.Store.Sqlite;

/// <summary>Harvested records as rows.</summary>
internal static class StoredRecords
{
    /// <summary>What <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = "r.id, s.name, r.identifier, r.datestamp, r.format, r.size, r.metadata";

    /// <summary>Where <see cref="Columns"/> are.</summary>
    public const string Tables = "records r JOIN sources s ON s.id = r.source";

    public static (long Id, HarvestedRecord Record) Read(SqliteDataReader row)
    {
        var key = ReadKey(row, 1);
        var datestamp = row.FindTime(3);
        HarvestedRecord record = row.FindNumber(4) is { } format
            ? new HarvestedRecord.Live(key, datestamp, (MetadataFormat)format, row.GetDecompressed(6))
            : new HarvestedRecord.Deleted(key, datestamp);
        return (row.GetInt64(0), record);
    }

    /// <summary>A key from the source's name and the identifier in the column after it.</summary>
    public static RecordKey ReadKey(SqliteDataReader row, int column) =>
        new(new SourceId(row.GetString(column)), row.GetString(column + 1));

    public static HarvestedRecord? Find(SqliteSession session, RecordKey key) => session.FindRow(
        $"SELECT {Columns} FROM {Tables} WHERE s.name = ?1 AND r.identifier = ?2",
        row => Read(row).Record, key.Source.Value, key.Identifier);

    public static RecordStanding? FindStanding(SqliteSession session, RecordKey key) => session.FindRow(
        $"""
        SELECT r.format IS NOT NULL, r.datestamp, c.at FROM {Tables} LEFT JOIN record_changes c ON c.record = r.id
        WHERE s.name = ?1 AND r.identifier = ?2
        """,
        row => new RecordStanding(row.GetBoolean(0), row.FindTime(1), row.FindTime(2)), key.Source.Value, key.Identifier);
}
