using UnionCatalog.FullText.Queries;
using UnionCatalog.FullText.Queries.Nodes;

namespace UnionCatalog.Tests.FullText;

public class BatchTests
{
    [Test]
    public void Documents_that_lie_far_apart_are_scored_batch_after_batch_and_each_term_matches_those_it_has([Values(3, 40, 700)] int apart)
    {
        var random = new Random(apart);
        var batch = new Batch();
        for (var round = 0; round < 200; round++)
        {
            var documents = Ascending(random, random.Next(1, Workspace.PieceSize + 1), apart);
            var left = documents.AsSpan();
            var seen = new List<int>();
            while (!left.IsEmpty)
            {
                var count = batch.Begin(left);
                Assert.That(count, Is.InRange(1, left.Length));
                seen.AddRange(batch.Documents);
                AssertMatches(batch, random, apart);
                left = left[count..];
            }

            Assert.That(seen, Is.EqualTo(documents));
        }
    }

    /// <summary>The term's documents come in several blocks, as they are read.</summary>
    private static void AssertMatches(Batch batch, Random random, int apart)
    {
        var term = Ascending(random, random.Next(400), apart * 2).Select(document => document + batch.First).Where(document => document <= batch.Last).ToArray();
        var frequencies = term.Select(_ => (uint)random.Next(1, 9)).ToArray();
        batch.BeginMatches();
        foreach (var block in Enumerable.Range(0, term.Length).Chunk(128))
        {
            batch.Match([.. block.Select(at => (uint)term[at])], [.. block.Select(at => frequencies[at])]);
        }

        var expected = batch.Documents.ToArray().Index().Where(item => term.Contains(item.Item)).Select(item => (item.Index, frequencies[Array.IndexOf(term, item.Item)]));
        Assert.That(batch.Places.ToArray().Zip(batch.Frequencies.ToArray(), (place, frequency) => ((int)place, frequency)), Is.EqualTo(expected));
    }

    private static int[] Ascending(Random random, int count, int apart)
    {
        var next = -1;
        return [.. Enumerable.Range(0, count).Select(_ => next += random.Next(1, apart + 1))];
    }
}
