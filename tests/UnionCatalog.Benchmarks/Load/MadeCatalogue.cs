using System.Collections.Concurrent;
using System.Diagnostics;
using UnionCatalog.Benchmarks.FullText;
using UnionCatalog.FullText;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Store;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Benchmarks.Load;

/// <summary>
/// Makes the data folder of a service that has so many editions. Their documents go into the index as the service draws them, in
/// commits of the same size; the store stays empty, as searching does not look into it, so that the service finds its index caught up.
/// </summary>
internal static class MadeCatalogue
{
    /// <summary>The child process that makes it.</summary>
    public const string Verb = "load-make";

    /// <summary>Written at the end, with the line that the making gave.</summary>
    public const string BuiltFile = "built.txt";

    private const int Batch = 2_000;

    public static string Data(string folder) => Path.Combine(folder, "data");

    public static string Index(string folder) => Path.Combine(Data(folder), "index");

    public static string Configurations(string folder) => Path.Combine(folder, "harvest-configs");

    public static async Task MakeAsync(string folder, int clusters)
    {
        MadeLibraries.WriteConfigurations(Configurations(folder));
        var members = new MemberDirectory(ConfigurationFolder.Load(Configurations(folder)) is { Errors: [] } reading
            ? reading.Members : throw new InvalidOperationException("The libraries' configurations are wrong."));
        Directory.CreateDirectory(Data(folder));
        await using (await SqliteStore.OpenAsync(Path.Combine(Data(folder), "catalog.db"), TimeProvider.System, default))
        {
        }

        using var index = (SearchIndex)CatalogIndex.Open(Index(folder), out _);
        var (drawing, indexing, merging) = (new Stopwatch(), new Stopwatch(), new Stopwatch());
        var editions = new MadeEditions(clusters);
        var records = 0;
        // A making that was broken off goes on: the first editions are the same in a catalogue of any size.
        var there = Count(index);
        for (var first = there; first < clusters; first += Batch)
        {
            drawing.Start();
            var documents = Draw(editions, first, Math.Min(Batch, clusters - first), members, ref records);
            drawing.Stop();
            indexing.Start();
            Put(index, documents);
            indexing.Stop();
        }

        merging.Start();
        index.WaitForMerges();
        merging.Stop();
        var line = FormattableString.Invariant(
            $"build clusters={clusters} records={records} libraries={MadeLibraries.Count} there_before={there} drawing_seconds={drawing.Elapsed.TotalSeconds:0.0} indexing_seconds={indexing.Elapsed.TotalSeconds:0.0} merging_seconds={merging.Elapsed.TotalSeconds:0.0} cpu_seconds={Environment.CpuUsage.TotalTime.TotalSeconds:0} peak_mb={ProcessMemory.Peak:0} index_mb={Folders.Size(Index(folder)) / 1e6:0} bytes_per_cluster={(double)Folders.Size(Index(folder)) / clusters:0} files={Directory.GetFiles(Index(folder)).Length}");
        Console.WriteLine(line);
        await File.WriteAllTextAsync(Path.Combine(folder, BuiltFile), line);
    }

    private static int Count(SearchIndex index)
    {
        using var snapshot = index.OpenSnapshot();
        return snapshot.DocumentCount;
    }

    private static IndexDocument[] Draw(MadeEditions editions, int first, int count, MemberDirectory members, ref int records)
    {
        var documents = new IndexDocument[count];
        var read = 0;
        Parallel.ForEach(Partitioner.Create(0, count, 50), range =>
        {
            for (var at = range.Item1; at < range.Item2; at++)
            {
                var described = editions.Records(first + at);
                documents[at] = Indexer.Draw(new ClusterId(MadeEditions.IdOf(first + at)), described, Arrival(first + at), members);
                Interlocked.Add(ref read, described.Count);
            }
        });
        records += read;
        return documents;
    }

    private static void Put(SearchIndex index, IndexDocument[] documents)
    {
        using var draft = index.BeginDraft();
        foreach (var document in documents)
        {
            draft.Put(document);
        }

        // Of an empty log everything has been read.
        draft.Commit(0);
    }

    /// <summary>Days on which editions came in: over two years.</summary>
    private static DateOnly Arrival(int number) => new DateOnly(2024, 11, 1).AddDays(number % 730);
}
