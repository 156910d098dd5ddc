using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Benchmarks.Matching.Speed;

/// <summary>A generated network in a store on the disk, with its members and its truth in files beside it.</summary>
internal static class StoredNetwork
{
    /// <summary>The edition of every record, four bytes each, in the order in which they were stored.</summary>
    public const string TruthFile = "truth.bin";

    /// <summary>Of every member: its name, its system, and how many records come before its own.</summary>
    public const string MembersFile = "members.tsv";

    public const ulong Seed = 20_261_126;
    private const int PageSize = 500;

    public static string Database(string folder) => Path.Combine(folder, "catalog.db");

    public static Task<OpenStore> OpenAsync(string folder) => SqliteStore.OpenAsync(Database(folder), TimeProvider.System, default);

    /// <summary>Makes the store; 0 records for the worst cases.</summary>
    public static async Task FillAsync(string folder, int records)
    {
        Directory.CreateDirectory(folder);
        var watch = Stopwatch.StartNew();
        var truth = new List<int>();
        var generated = records > 0 ? new GeneratedRecords(Seed, records).All() : new WorstCases(Seed).All();
        await using (var store = await OpenAsync(folder))
        await using (var members = new StreamWriter(Path.Combine(folder, MembersFile)))
        {
            foreach (var library in Consecutive(generated))
            {
                await members.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{library[0].Key.Source}\t{SystemOf(library[0].Holdings)}\t{truth.Count}"));
                await StoreAsync(store.Harvests, library);
                truth.AddRange(library.Select(record => record.Edition));
            }
        }

        await File.WriteAllBytesAsync(Path.Combine(folder, TruthFile), MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(truth)).ToArray());
        Console.WriteLine(FormattableString.Invariant(
            $"fill records={truth.Count} editions={truth.Distinct().Count()} seconds={watch.Elapsed.TotalSeconds:0.0} bytes_per_record={(double)new FileInfo(Database(folder)).Length / truth.Count:0}"));
    }

    /// <summary>The edition of every record.</summary>
    public static int[] ReadTruth(string folder) => MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(Path.Combine(folder, TruthFile))).ToArray();

    /// <summary>The members, each with how many records come before its own.</summary>
    public static (MemberDirectory Directory, Dictionary<SourceId, int> Before) ReadMembers(string folder)
    {
        var rows = File.ReadLines(Path.Combine(folder, MembersFile)).Select(line => line.Split('\t')).ToList();
        var before = rows.ToDictionary(row => new SourceId(row[0]), row => int.Parse(row[2], CultureInfo.InvariantCulture));
        return (new MemberDirectory(rows.Select(row => ToMember(row[0], Enum.Parse<LibrarySystem>(row[1])))), before);
    }

    /// <summary>The place of a record in the order in which they were stored: its identifier ends with its number in its library.</summary>
    public static int PlaceOf(RecordKey key, Dictionary<SourceId, int> before) =>
        before[key.Source] + int.Parse(key.Identifier.AsSpan(key.Identifier.LastIndexOf(':') + 1), CultureInfo.InvariantCulture) - 1;

    /// <summary>Stores records of one member as a harvest does.</summary>
    public static async Task StoreAsync(IHarvestStore store, IReadOnlyList<GeneratedRecord> records)
    {
        var run = await store.BeginRunAsync(
            records[0].Key.Source,
            new RunStart { Scope = HarvestScope.Full, MetadataPrefix = records[0].Format == MetadataFormat.OaiDc ? "oai_dc" : "marcxml", Started = DateTimeOffset.UtcNow },
            default);
        foreach (var page in records.Chunk(PageSize))
        {
            var live = page.Select(record => new HarvestedRecord.Live(record.Key, null, record.Format, record.Metadata)).ToList();
            await store.AppendPageAsync(new HarvestPage { RunId = run.Id, Records = live, Next = new ListPosition(0, null) }, default);
        }

        await store.EndRunAsync(run.Id, new RunEnd { Ended = DateTimeOffset.UtcNow }, default);
    }

    private static Member ToMember(string name, LibrarySystem system) => new()
    {
        Id = new SourceId(name),
        Name = name,
        Kind = LibraryKind.SeniorHighSchool,
        Place = "Benchmark",
        Source = new OaiPmhSource { BaseUrl = new Uri($"http://{name}.example/"), MetadataPrefix = "oai_dc" },
        Holdings = Library.HoldingsOf(system),
    };

    private static LibrarySystem SystemOf(HoldingsMapping holdings) =>
        Enum.GetValues<LibrarySystem>().First(system => ReferenceEquals(Library.HoldingsOf(system), holdings));

    private static IEnumerable<List<GeneratedRecord>> Consecutive(IEnumerable<GeneratedRecord> records)
    {
        var library = new List<GeneratedRecord>();
        foreach (var record in records)
        {
            if (library.Count > 0 && library[0].Key.Source != record.Key.Source)
            {
                yield return library;
                library = [];
            }

            library.Add(record);
        }

        yield return library;
    }
}
