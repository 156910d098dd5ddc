using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using UnionCatalog.FullText;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Search;

/// <summary>The other editions of a work, over a real index.</summary>
internal sealed class OtherEditionsTests
{
    private const int Editions = 90;

    private static readonly string[] Houses = ["Angkasa", "Bentang", "Cahaya", "Djambatan", "Erlangga", "Fajar", "Gramedia", "Hikmah", "Intan", "Jaya"];

    [Test]
    public async Task From_any_edition_all_others_are_found_its_own_language_first_then_the_newest()
    {
        await using var bench = await SearchBench.OpenAsync();
        await bench.AddAsync(
            SearchBench.Record("sd", "ind-2005", "title=Laskar Pelangi", "creator=Hirata, Andrea", "date=2005", "publisher=Bentang", "language=ind"),
            SearchBench.Record("sma", "ind-2020", "title=Laskar pelangi : edisi ulang tahun", "creator=Andrea Hirata", "date=2020", "publisher=Mizan", "language=ind"),
            SearchBench.Record("sma", "eng-2009", "title=The Rainbow Troops", "creator=Hirata, Andrea", "date=2009", "language=eng", "description=Translation of: Laskar Pelangi"),
            SearchBench.Record("sd", "eng-2013", "title=The Rainbow Troops", "creator=Hirata, Andrea", "date=2013", "publisher=Farrar", "language=eng"),
            SearchBench.Record("sd", "ger", "title=Die Regenbogentruppe", "creator=Hirata, Andrea", "language=ger", "description=Judul asli: Laskar Pelangi"),
            SearchBench.Record("sd", "other", "title=Laskar Pelangi", "creator=Salman Aristo", "date=2008", "language=ind"),
            SearchBench.Record("sd", "third", "title=Sang Pemimpi", "creator=Hirata, Andrea", "date=2006", "language=ind"));

        Assert.That(Find(bench, "ind-2005"), Is.EqualTo(["ind-2020", "eng-2013", "eng-2009", "ger"]));
        Assert.That(Find(bench, "eng-2013"), Is.EqualTo(["eng-2009", "ger", "ind-2020", "ind-2005"]), "by way of the one that names the original");
        Assert.That(Find(bench, "ger"), Is.EqualTo(["eng-2013", "eng-2009", "ind-2020", "ind-2005"]));
        Assert.That(Find(bench, "other"), Is.Empty);
        Assert.That(Find(bench, "third"), Is.Empty);
    }

    [Test]
    public async Task A_translation_is_found_by_the_title_of_its_original()
    {
        await using var bench = await SearchBench.OpenAsync();
        await bench.AddAsync(SearchBench.Record("sd", "1", "title=Pangeran cilik", "creator=Saint-Exupéry", "description=Judul asli: Le petit prince"));

        Assert.That(bench.Find("petit prince"), Is.EqualTo(["1"]));
    }

    [Test]
    public async Task However_many_there_are_only_so_many_are_given()
    {
        await using var bench = await SearchBench.OpenAsync();
        await bench.AddAsync(Havelaars());

        Assert.That(bench.Search.EntryCount, Is.EqualTo(Editions), "each is an edition of its own");
        Assert.That(Find(bench, "1900"), Has.Count.EqualTo(WorkSearch.Most));
    }

    [Test]
    public async Task Only_the_editions_that_are_given_are_read_however_many_are_compared()
    {
        await using var bench = await SearchBench.OpenAsync();
        await bench.StoreAsync(Havelaars());
        var indexer = new Indexer(bench.Clusters, bench.Members, bench.Index, NullLogger<Indexer>.Instance) { Drawing = DrawWithoutOldEntries };
        await indexer.CatchUpAsync(null, default);
        var id = await bench.Clusters.FindClusterAsync(new(new("sd"), "1989"), default);

        var others = bench.Search.OtherEditions(id!.Value);
        Assert.That(others, Has.Count.EqualTo(WorkSearch.Most));
        Assert.That(others.Select(other => other.Description.Year), Is.EqualTo(Enumerable.Range(1929, WorkSearch.Most).Reverse()));
    }

    // Whoever reads one of these fails.
    private static IndexDocument DrawWithoutOldEntries(CatalogEntry entry, IReadOnlyList<BibRecord> records, MemberDirectory members)
    {
        var drawn = EntryDocument.Draw(entry, records, members);
        if (entry.Description.Year < 1929)
        {
            // The work alone: before it stands how long it is.
            drawn.Stored = drawn.Stored[..(sizeof(int) + BinaryPrimitives.ReadInt32LittleEndian(drawn.Stored.Span))];
        }

        return drawn;
    }

    [Test]
    public async Task An_edition_that_is_not_there_has_no_others()
    {
        await using var bench = await SearchBench.OpenAsync();

        Assert.That(bench.Search.OtherEditions(new("aaaaaaaaaaaa")), Is.Empty);
    }

    /// <summary>One a year, each from another publisher and as thick as no other: "Penerbit 1900" and "Penerbit 1901" would be one publisher.</summary>
    private static HarvestedRecord[] Havelaars() =>
    [
        .. Enumerable.Range(0, Editions).Select(number => SearchBench.Record(
            "sd", (1900 + number).ToString(CultureInfo.InvariantCulture), "title=Max Havelaar", "creator=Multatuli", $"date={1900 + number}",
            $"publisher={Houses[number / 10]}{Houses[number % 10].ToLowerInvariant()}", $"format={200 + (number * 7)} hlm.")),
    ];

    private static List<string> Find(SearchBench bench, string record)
    {
        var entry = bench.Search.Search(new() { Size = 100 }).Entries.Single(entry => entry.Libraries.Any(held => held.Identifier == record));
        return [.. bench.Search.OtherEditions(new(entry.Id)).SelectMany(other => other.Libraries).Select(held => held.Identifier)];
    }
}
