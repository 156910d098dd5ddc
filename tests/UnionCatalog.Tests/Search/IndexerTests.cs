using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using UnionCatalog.Members;
using UnionCatalog.Search;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Search;

/// <summary>The index is what the store says, whichever way it got there.</summary>
internal sealed class IndexerTests
{
    private static readonly string[] Titles = ["Bumi", "Bulan", "Matahari", "Laskar Pelangi", "Negeri 5 Menara"];

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public async Task Pulled_bit_by_bit_it_equals_one_that_is_built_again(int seed)
    {
        await using var bench = await SearchBench.OpenAsync();
        var random = new Random(seed);
        for (var step = 0; step < 25; step++)
        {
            await bench.StoreAsync([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Change(random)).DistinctBy(record => record.Key)]);
            if (random.Next(3) > 0)
            {
                await bench.Indexer.CatchUpAsync(null, default);
            }
        }

        await bench.Indexer.CatchUpAsync(null, default);
        var pulled = bench.Show();
        Assert.That(await bench.Indexer.CatchUpAsync(null, default), Is.Zero, "nothing is left to pull");
        await bench.Indexer.RepeatAsync(null, default);
        Assert.That(bench.Show(), Is.EqualTo(pulled), "pulled again over itself");
        await bench.Indexer.RebuildAsync(null, default);
        Assert.That(bench.Show(), Is.EqualTo(pulled), "built again from nothing");
    }

    [Test]
    public async Task An_edition_that_cannot_be_drawn_is_left_out_and_holds_up_nothing()
    {
        await using var bench = await SearchBench.OpenAsync();
        await bench.StoreAsync(
            SearchBench.Record("sd", "1", "title=Bumi"), SearchBench.Record("sd", "2", "title=Bulan"), SearchBench.Record("sd", "3", "title=Matahari"));
        var indexer = new Indexer(bench.Clusters, bench.Members, bench.Index, NullLogger<Indexer>.Instance)
        {
            Drawing = static (entry, records, members) =>
                records[0].Title.Proper == "Bulan" ? throw new InvalidOperationException("as odd input would make it") : EntryDocument.Draw(entry, records, members),
        };

        Assert.That(await indexer.CatchUpAsync(null, default), Is.EqualTo(3));
        Assert.That(bench.Find("bumi").Concat(bench.Find("matahari")), Is.EqualTo(new[] { "1", "3" }));
        Assert.That(bench.Find("bulan"), Is.Empty);
        Assert.That(await indexer.CatchUpAsync(null, default), Is.Zero, "nor is it tried for ever");
    }

    [Test]
    public async Task An_edition_looks_the_same_in_whatever_order_its_records_arrived([Range(1, 4)] int seed)
    {
        UnionCatalog.Store.HarvestedRecord[] records =
        [
            SearchBench.Record("sd", "1", "title=LASKAR PELANGI", "creator=Hirata, Andrea", "publisher=Bentang", "date=2005", "subject=FIKSI"),
            SearchBench.Record("sd", "2", "title=Laskar Pelangi : sebuah novel", "creator=Andrea Hirata", "publisher=Bentang", "date=2005", "subject=Fiksi"),
            SearchBench.Record("sma", "1", "title=Laskar pelangi", "creator=Hirata, Andrea", "publisher=PT Bentang", "date=2005", "subject=Belitung"),
            SearchBench.Record("sma", "2", "title=laskar pelangi", "creator=HIRATA, ANDREA", "publisher=Bentang", "date=2005", "language=ind"),
        ];
        var shown = new HashSet<string>();
        foreach (var order in new[] { records, Shuffled(records, seed) })
        {
            await using var bench = await SearchBench.OpenAsync();
            foreach (var record in order)
            {
                await bench.AddAsync(record);
            }

            var entry = bench.Search.Search(new()).Entries.Single();
            shown.Add(System.Text.Json.JsonSerializer.Serialize(new { entry.Description, entry.Sources, entry.Libraries }));
        }

        Assert.That(shown, Has.Count.EqualTo(1));

        static UnionCatalog.Store.HarvestedRecord[] Shuffled(UnionCatalog.Store.HarvestedRecord[] records, int seed)
        {
            var shuffled = records.ToArray();
            new Random(seed).Shuffle(shuffled);
            return shuffled;
        }
    }

    [Test]
    public async Task An_edition_whose_last_record_is_deleted_is_found_no_more()
    {
        await using var bench = await SearchBench.OpenAsync();
        await bench.AddAsync(SearchBench.Record("sd", "1", "title=Bumi"), SearchBench.Record("sd", "2", "title=Bulan"));

        await bench.AddAsync(SearchBench.Deleted("sd", "1"));

        Assert.That(bench.Find(""), Is.EqualTo(["2"]));
    }

    [Test]
    public async Task Readers_find_everything_while_all_is_pulled_again()
    {
        await using var bench = await SearchBench.OpenAsync();
        await bench.AddAsync(SearchBench.Record("sd", "1", "title=Bumi"));
        bench.Members.Replace([SearchBench.Member("sd", LibraryKind.Madrasah, "Sewon")]);
        var seen = new List<int>();

        await bench.Indexer.RepeatAsync(new Told(_ => seen.Add(bench.Find("").Count)), default);

        Assert.That(seen, Is.EqualTo([1]));
        Assert.That(bench.Show(), Does.Contain("madrasah"));
    }

    [Test]
    public async Task A_record_beyond_all_measure_is_found_by_its_beginning_and_stops_nothing()
    {
        await using var bench = await SearchBench.OpenAsync();
        var descriptions = Enumerable.Range(0, 20).Select(part => "description=" + Words(part * 10_000)).ToArray();

        await bench.AddAsync(
            SearchBench.Record("sd", "1", ["title=Bumi", .. descriptions]),
            SearchBench.Record("sd", "2", $"title=Bulan {Words(0)}", $"language={Words(1)}", $"coverage={Words(2)}"),
            SearchBench.Record("sd", "3", "title=Laskar Pelangi"));

        Assert.That(bench.Find("bumi kata7"), Is.EqualTo(["1"]));
        Assert.That(bench.Search.Search(new SearchRequest { Text = "bumi kata190000" }).Widening, Is.EqualTo(SearchWidening.MostWords), "beyond a million characters of one field");
        Assert.That(bench.Find("bulan kata7"), Is.EqualTo(["2"]));
        Assert.That(bench.Find("laskar pelangi"), Is.EqualTo(["3"]), "what comes behind them is indexed");

        static string Words(int first) => string.Join(' ', Enumerable.Range(first, 9_000).Select(number => $"kata{number}"));
    }

    private static HarvestedRecord Change(Random random)
    {
        var library = random.Next(2) == 0 ? "sd" : "sma";
        var identifier = random.Next(12).ToString(CultureInfo.InvariantCulture);
        return random.Next(4) == 0
            ? SearchBench.Deleted(library, identifier)
            : SearchBench.Record(
                library, identifier, "title=" + Titles[random.Next(Titles.Length)], "creator=Tere Liye", "publisher=Gramedia",
                "date=" + (2000 + random.Next(2)).ToString(CultureInfo.InvariantCulture), "subject=Fiksi");
    }

    private sealed class Told(Action<long> told) : IProgress<long>
    {
        public void Report(long value) => told(value);
    }
}
