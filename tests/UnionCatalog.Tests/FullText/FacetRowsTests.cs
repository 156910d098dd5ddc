using UnionCatalog.FullText;
using UnionCatalog.FullText.Analysis;
using UnionCatalog.FullText.Columns;
using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Tests.FullText;

public class FacetRowsTests
{
    private static readonly IndexSchema Schema = new([new TextField("word", new KeywordAnalyzer())], [new Column.Facet("few", "told"), new Column.Facet("own"), new Column.Facet("many", "told")]);

    private static readonly SearchPlan Counting = new()
    {
        Query = new Query.Everything(), Facets = [.. Schema.Columns.Select(column => new FacetRequest(column.Name, 2_000))], Count = 0,
    };

    [Test]
    public void Values_are_counted_right_however_often_they_come()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, Schema, new IndexOptions { MergesInBackground = false });
        Fill(index, 0, 1_000);
        Fill(index, 1_000, 1_500);
        for (var round = 0; round < 2; round++)
        {
            using var snapshot = index.OpenSnapshot();
            var facets = snapshot.Search(Counting).Facets;
            Assert.That(facets["few"].Select(count => (count.Value, count.Count)), Is.EqualTo(new[] { ("all", 1_500L), ("first 512", 512L), ("first 256", 256L) }));
            Assert.That(facets["many"].Select(count => count.Count), Is.EqualTo(Enumerable.Repeat(75L, 20)));
            Assert.That(facets["own"].Select(count => count.Count), Is.EqualTo(Enumerable.Repeat(1L, 1_500)));
        }
    }

    [Test]
    public void Counts_are_those_of_a_dictionary_and_all_0_afterwards()
    {
        var counts = new RowCounts();
        var random = new Random(11);
        for (var round = 0; round < 50; round++)
        {
            var size = random.Next(1, 5_000);
            counts.Grow(size);
            var expected = new Dictionary<int, int>();
            foreach (var number in Enumerable.Range(0, random.Next(20_000)).Select(_ => random.Next(random.Next(1, size + 1))))
            {
                expected[number] = expected.GetValueOrDefault(number) + 1;
                counts.Marks[number / RowCounts.Line] = 1;
                if (++counts.Low[number] == 0)
                {
                    counts.Carry(number);
                }
            }

            Assert.That(counts.Take().ToArray().ToDictionary(taken => taken.Number, taken => taken.Count), Is.EquivalentTo(expected));
            Assert.That(counts.Take().Length, Is.Zero);
        }
    }

    [Test]
    public void A_merged_segment_has_its_rows_before_a_search_comes_to_it()
    {
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, Schema, new IndexOptions { MergesInBackground = false });
        Fill(index, 0, 10);
        Fill(index, 10, 20);
        index.Merge();
        Assert.That(RowsOf(index), Is.Null, "nothing was counted yet");
        using (var snapshot = index.OpenSnapshot())
        {
            snapshot.Search(Counting);
        }

        Fill(index, 20, 30);
        index.Merge();
        Assert.That(RowsOf(index), Is.Not.Null);
    }

    private static FacetRows? RowsOf(SearchIndex index)
    {
        using var snapshot = index.OpenSnapshot();
        using var lease = snapshot.Hold();
        return lease.Segments.Single().Segment.FacetRows;
    }

    private static void Fill(SearchIndex index, int from, int to)
    {
        using var draft = index.BeginDraft();
        for (var number = from; number < to; number++)
        {
            var document = new IndexDocument($"key-{number:00000}");
            document.AddFacet("few", "all");
            document.AddFacet("many", $"{number % 20:000}");
            document.AddFacet("own", $"{number:00000}");
            foreach (var first in new[] { 256, 512 }.Where(first => number < first))
            {
                document.AddFacet("few", $"first {first}");
            }

            draft.Put(document);
        }

        draft.Commit(to);
    }
}
