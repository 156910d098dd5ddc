using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using UnionCatalog.Benchmarks.FullText;
using UnionCatalog.Records;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Benchmarks.Matching.Speed;

/// <summary>The floor: all records read from the store and parsed, on all cores, and nothing done with them.</summary>
internal static class FloorStep
{
    private const int Batch = 500;

    public static void Run(string folder, string name)
    {
        var (members, _) = StoredNetwork.ReadMembers(folder);
        _ = NativeSqlite.Version; // which has the library loaded
        using var session = new SqliteSession(StoredNetwork.Database(folder), SqliteOpenMode.ReadOnly);
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        var titles = 0L;
        var rows = session.Stream(
            "SELECT s.name, r.format, r.size, r.metadata FROM records r JOIN sources s ON s.id = r.source ORDER BY r.id",
            row => (Source: new SourceId(row.GetString(0)), Format: (MetadataFormat)row.GetInt64(1), Metadata: row.GetDecompressed(3)));
        Parallel.ForEach(Partitioner.Create(rows.Chunk(Batch), EnumerablePartitionerOptions.NoBuffering), chunk =>
        {
            var read = chunk.Count(row => RecordReader.Read(row.Format, row.Metadata, members.HoldingsOf(row.Source)) is RecordReading.Readable { Record.Title.Proper.Length: > 0 });
            Interlocked.Add(ref titles, read);
        });
        processor = Environment.CpuUsage.TotalTime - processor;
        Console.WriteLine(FormattableString.Invariant(
            $"floor set={name} seconds={watch.Elapsed.TotalSeconds:0.0} cpu_seconds={processor.TotalSeconds:0.0} records={titles} records_per_s={titles / watch.Elapsed.TotalSeconds:0} rss_mb={ProcessMemory.Peak:0}"));
    }
}
