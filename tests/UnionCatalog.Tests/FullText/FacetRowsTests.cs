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

    /// <summary>Of two values in a hundred and more no document's set comes often; of what is left when they are counted by themselves, nearly every one does.</summary>
    [Test]
    public void What_documents_have_together_in_some_columns_of_a_group_only_is_counted_right([Range(1, 5)] int seed)
    {
        var schema = new IndexSchema(
            [new TextField("word", new KeywordAnalyzer())],
            [new Column.Facet("two", "told"), new Column.Facet("hundred", "told"), new Column.Facet("ten", "told"), new Column.Facet("alone")]);
        using var folder = new TempFolder();
        using var index = SearchIndex.Open(folder.Path, schema, new IndexOptions { MergesInBackground = false });
        var random = new Random(seed);
        var expected = new Dictionary<(string Column, string Value), long>();
        for (var commit = 0; commit < 3; commit++)
        {
            using var draft = index.BeginDraft();
            for (var number = 0; number < 600; number++)
            {
                var document = new IndexDocument($"key-{commit}-{number:000}");
                foreach (var (column, values) in new[] { ("two", 2), ("hundred", 200), ("ten", 10), ("alone", 50) })
                {
                    foreach (var value in Enumerable.Range(0, random.Next(column == "hundred" && number % 50 == 0 ? 40 : 4)).Select(_ => $"{random.Next(values):000}").Distinct())
                    {
                        document.AddFacet(column, value);
                        expected[(column, value)] = expected.GetValueOrDefault((column, value)) + 1;
                    }
                }

                draft.Put(document);
            }

            draft.Commit(commit);
        }

        using var snapshot = index.OpenSnapshot();
        var facets = snapshot.Search(Counting with { Facets = [.. schema.Columns.Select(column => new FacetRequest(column.Name, 2_000))] }).Facets;
        var found = facets.SelectMany(facet => facet.Value.Select(count => (Key: (Column: facet.Key, count.Value), count.Count))).ToDictionary(pair => pair.Key, pair => pair.Count);
        Assert.That(found, Is.EquivalentTo(expected));
    }

    [TestCase(1, 3)]
    [TestCase(1 << 24, 3)]
    [TestCase((1 << 24) + 1, 4)]
    public void Numbers_are_packed_in_three_bytes_where_the_greatest_has_room(int until, int width)
    {
        var numbers = new[] { 0, until - 1, until / 2, 0, until - 1 };
        var packed = new PackedNumbers(numbers.Length, until);
        foreach (var place in new[] { 3, 1, 0, 4, 2 })
        {
            packed.Put(place, numbers[place]);
        }

        Assert.That(packed.Width, Is.EqualTo(width));
        var bytes = packed.Bytes.ToArray();
        Assert.That(numbers.Index().Select(item => (int)(BitConverter.ToUInt32(bytes, item.Index * width) & packed.Mask)), Is.EqualTo(numbers));
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
