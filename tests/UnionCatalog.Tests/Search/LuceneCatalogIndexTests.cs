#if LUCENE
using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.Lucene;
using UnionCatalog.Search;
using UnionCatalog.Search.Browsing;
using UnionCatalog.Search.Evaluation;
using UnionCatalog.Search.Suggesting;
using UnionCatalog.Server;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Search;

/// <summary>Lucene.Net, held to the contract and then, with the demo's books in both, to our own engine's very answers.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class LuceneCatalogIndexTests : CatalogIndexContract
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override ISearchIndex Open(string folder, IndexSchema schema) => LuceneIndex.Open(folder, schema);

    [Test]
    public async Task Whatever_is_asked_of_the_catalogue_both_engines_answer_the_same()
    {
        var (ours, lucene) = (await DemoBench.Bench, await DemoBench.Of(IndexEngine.Lucene!.Name));
        var known = KnownItemFile.Read(File.ReadLines(Places.Case("Search/known-items.tsv"))).Items.Select(item => item.Query);
        foreach (var text in known.Concat(["", "judul:bumi", "tahun:1990..2005", "kelas:500..599", "m*", "-dan", "\"laskar pelangi\"", "xyzzyqqq"]))
        {
            foreach (var request in Requests(text))
            {
                Assert.That(Show(lucene.Search.Search(request)), Is.EqualTo(Show(ours.Search.Search(request))), $"{request}");
            }
        }
    }

    [Test]
    public async Task Suggestions_and_browse_lists_are_the_same()
    {
        var (ours, lucene) = (await DemoBench.Bench, await DemoBench.Of(IndexEngine.Lucene!.Name));
        var (ourSuggester, suggester) = (new CatalogSuggester(ours.Search) { Time = Long }, new CatalogSuggester(lucene.Search) { Time = Long });
        foreach (var typed in Editions(ours).SelectMany(entry => CatalogSchema.Words.Terms(entry.Description.Title.Proper)).Distinct().Select(word => word[..Math.Min(word.Length, 4)]).Distinct())
        {
            Assert.That(suggester.Suggest(typed), Is.EqualTo(ourSuggester.Suggest(typed)), typed);
        }

        var (ourBrowser, browser) = (new CatalogBrowser(ours.Search), new CatalogBrowser(lucene.Search));
        foreach (var list in Enum.GetValues<BrowseList>())
        {
            foreach (var isBackward in new[] { false, true })
            {
                Assert.That(Walk(browser, list, isBackward), Is.EqualTo(Walk(ourBrowser, list, isBackward)), $"{list} {isBackward}");
            }
        }
    }

    [Test]
    public async Task Other_editions_and_collection_profiles_are_the_same()
    {
        var (ours, lucene) = (await DemoBench.Bench, await DemoBench.Of(IndexEngine.Lucene!.Name));
        foreach (var entry in Editions(ours))
        {
            var id = new ClusterId(entry.Id);
            Assert.That(lucene.Search.OtherEditions(id).Select(other => other.Id), Is.EqualTo(ours.Search.OtherEditions(id).Select(other => other.Id)), entry.Id);
        }

        foreach (var member in ours.Members.All)
        {
            var (profile, expected) = (lucene.Search.Profile(member.Id), ours.Search.Profile(member.Id));
            Assert.That(profile.Total, Is.EqualTo(expected.Total));
            Assert.That(profile.Classes.Concat(profile.Languages), Is.EqualTo(expected.Classes.Concat(expected.Languages)));
            Assert.That(profile.Decades, Is.EqualTo(expected.Decades));
        }
    }

    private static IEnumerable<SearchRequest> Requests(string text)
    {
        yield return new SearchRequest { Text = text };
        yield return new SearchRequest { Text = text, Sort = SearchSort.Newest, Page = 2, Size = 3 };
        yield return new SearchRequest { Text = text, Sort = SearchSort.Title, Facets = new Dictionary<SearchFacet, IReadOnlyList<string>> { [SearchFacet.Language] = ["id", "en"] } };
    }

    private static IReadOnlyList<CatalogEntry> Editions(SearchBench bench) =>
        [.. Enumerable.Range(1, ((bench.Search.EntryCount - 1) / 100) + 1).SelectMany(page => bench.Search.Search(new SearchRequest { Sort = SearchSort.Title, Page = page, Size = 100 }).Entries)];

    private static string Show(SearchResult result) =>
        $"{result.Total} {result.Widening} {result.DidYouMean}: {string.Join(' ', result.Entries.Select(entry => entry.Id))}\n"
        + string.Join('\n', result.Facets.OrderBy(facet => facet.Key).Select(facet => $"{facet.Key}: {string.Join(", ", facet.Value)}"));

    private static List<string> Walk(CatalogBrowser browser, BrowseList list, bool isBackward)
    {
        var entries = new List<string>();
        var request = new BrowseRequest(list) { Size = 7, IsBackward = isBackward };
        while (true)
        {
            var page = browser.Browse(request);
            entries.AddRange((isBackward ? page.Entries.Reverse() : page.Entries).Select(entry => $"{entry.Heading} {entry.Count} {string.Join('|', entry.Spellings)}"));
            if ((isBackward ? page.Previous : page.Next) is not { } next)
            {
                return entries;
            }

            request = request with { Cursor = next };
        }
    }
}
#endif
