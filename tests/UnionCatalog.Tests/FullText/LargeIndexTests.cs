using UnionCatalog.FullText;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

/// <summary>More documents and values than two bytes count, in one segment and in several: as the reference says.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class LargeIndexTests
{
    private const int Documents = 70_000;

    [Test]
    public void Numbers_beyond_two_bytes_are_right()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, RandomLibrary.Schema, new IndexOptions { MergesInBackground = false });
        var reference = Fill(index, commits: 5);
        var asked = Plans().Select(plan => (Plan: plan, Expected: reference.Search(plan))).ToList();
        foreach (var segments in new[] { 6, 1 })
        {
            index.Merge(segments);
            using var snapshot = index.OpenSnapshot();
            foreach (var (plan, expected) in asked)
            {
                Assert.That(Agreement.Differ(snapshot, reference, plan, expected), Is.Null, $"{PlanText.Show(plan)} over {segments}");
            }
        }
    }

    private static ReferenceIndex Fill(SearchIndex index, int commits)
    {
        var reference = new ReferenceIndex(RandomLibrary.Schema);
        using var draft = index.BeginDraft();
        for (var number = 0; number < Documents; number++)
        {
            var document = Draw(number);
            draft.Put(document);
            reference.Put(document);
            if ((number + 1) % (Documents / commits) == 0)
            {
                draft.Commit(number);
            }
        }

        for (var number = 0; number < Documents; number += 97)
        {
            draft.Delete($"k{number:d5}");
            reference.Delete($"k{number:d5}");
        }

        draft.Commit(Documents);
        return reference;
    }

    private static IndexDocument Draw(int number)
    {
        var document = new IndexDocument($"k{number:d5}");
        var title = $"buku {(number % 3 == 0 ? "laut" : "alam")} w{number % 1_000} {(number % 17 == 0 ? "buku laut" : "ilmu")}";
        // Here and there some neighbours are better than all before them, each time a little more: to be found block by block.
        title += string.Concat(Enumerable.Repeat(" laut buku", number / 150 % 40 == 0 ? 3 + (number / 6_000) : number % 2));
        document.AddText("title", number % 11_003 == 5 ? string.Join(' ', Enumerable.Repeat("buku", 1 + (number % 7))) : title);
        document.AddText("code", $"c{number}");
        document.AddFacet("subject", $"s{number}");
        document.AddFacet("subject", number % 5 == 0 ? "five" : "other");
        document.AddFacet("library", $"l{number * 7 % 69_997}");
        document.SetNumber("pages", number * 31 % Documents);
        document.SetNumber("held", number % 2 == 0 ? long.MaxValue - number : long.MinValue + number);
        document.SetSortKey("by-title", $"{number * 7_919L % Documents:d6}");
        return document;
    }

    private static IEnumerable<SearchPlan> Plans()
    {
        FacetRequest[] facets = [new("library", 3, FacetOrder.Value), new("subject", 5, FacetOrder.Value), new("held", 4, FacetOrder.Value), new("pages", 3)];
        yield return new() { Query = new Query.Term("title", "buku") };
        yield return new() { Query = new Query.Term("title", "buku"), Count = 3_000, Offset = 5_000 };
        yield return new() { Query = new Query.Term("title", "buku"), Facets = facets, Filters = [new("subject", ["five", "s7", "s69999"])] };
        yield return new() { Query = new Query.Everything(), Facets = [new("subject", 5)], Sort = [new("by-title", true)], Offset = 100 };
        yield return new() { Query = new Query.AllOf([new Query.Term("title", "laut"), new Query.Term("title", "w501")]) };
        foreach (var step in new[] { 300, 501, 777, 1_403 })
        {
            // Few documents, far apart in the list of a frequent word that alone says which of them are the best.
            IReadOnlyList<string> few = [.. Enumerable.Range(0, Documents / step).Select(number => $"s{number * step}")];
            yield return new() { Query = new Query.AllOf([new Query.Term("title", "laut"), new Query.In("subject", few)]), Count = 5 };
        }

        yield return new() { Query = new Query.AllOf([new Query.Term("title", "buku"), new Query.Term("title", "ilmu"), new Query.Term("title", "alam")]), Count = 40 };
        yield return new() { Query = new Query.AnyOf([new Query.Term("title", "laut"), new Query.Term("title", "w500"), new Query.Term("code", "c69000")]), Count = 40 };
        yield return new() { Query = new Query.Word([new("title", "laut"), new("code", "c65537")]), Count = 40 };
        yield return new() { Query = new Query.Phrase("title", ["buku", "laut"], 2), Count = 40 };
        yield return new() { Query = new Query.Prefix("code", "c6"), Sort = [new("held", false)], NumberFilters = [new("pages", 100, 60_000)] };
        yield return new() { Query = new Query.Fuzzy("code", "c6553", 1), Facets = [new("held", 20)], Count = 100 };
        yield return new() { Query = new Query.Term("title", "alam"), StaticBoost = new("pages", 0.001f), Count = 50 };
        yield return new() { Query = new Query.Except(new Query.Term("title", "buku"), new Query.Term("title", "ilmu")), Sort = [new("pages", true), new("by-title", false)] };
        yield return new() { Query = new Query.Range("held", long.MaxValue - 100, long.MaxValue), Sort = [new("held", true)] };
    }
}
