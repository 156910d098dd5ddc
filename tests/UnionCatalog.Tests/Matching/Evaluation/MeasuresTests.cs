using UnionCatalog.Matching.Evaluation;

namespace UnionCatalog.Tests.Matching.Evaluation;

/// <summary>Counting by intersections comes to what looking at every pair of records comes to.</summary>
internal sealed class MeasuresTests
{
    [Test]
    public void Counting_comes_to_what_looking_at_every_pair_of_records_comes_to()
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var count = random.Next(0, 25);
            var (found, truth) = (Draw(random, count), Draw(random, count));

            var measures = Measures.Of(found, truth);

            Assert.That(measures.Precision, Is.EqualTo(Pairwise(found, truth)).Within(1e-9));
            Assert.That(measures.Recall, Is.EqualTo(Pairwise(truth, found)).Within(1e-9));
            Assert.That(measures.BcubedPrecision, Is.EqualTo(Bcubed(found, truth)).Within(1e-9));
            Assert.That(measures.BcubedRecall, Is.EqualTo(Bcubed(truth, found)).Within(1e-9));
        }
    }

    [Test]
    public void Pairs_each_of_its_own_world_are_measured_as_the_worlds_laid_beside_each_other()
    {
        var random = new Random(6);
        for (var round = 0; round < 200; round++)
        {
            var pairs = Enumerable.Range(0, random.Next(0, 12)).Select(_ => (Found: random.Next(2) == 0, Truth: random.Next(2) == 0)).ToList();

            Assert.That(
                Measures.OfPairs(pairs),
                Is.EqualTo(Measures.Of(Worlds(pairs.Select(pair => pair.Found)), Worlds(pairs.Select(pair => pair.Truth)))));
        }
    }

    [Test]
    public void What_is_right_is_1_and_what_finds_nothing_has_no_recall() => Assert.Multiple(() =>
    {
        Assert.That(Measures.Of([1, 1, 2], [7, 7, 3]), Is.EqualTo(new Measures(1, 1, 1, 1)));
        Assert.That(Measures.Of([1, 2, 3], [1, 1, 1]), Is.EqualTo(new Measures(1, 0, 1, 1 / 3.0)));
        Assert.That(Measures.Of([1, 2, 3], [1, 1, 1]).F1, Is.Zero);
        Assert.That(Measures.Of([1, 1, 1, 1], [1, 1, 2, 2]), Is.EqualTo(new Measures(2 / 6.0, 1, 0.5, 1)));
        Assert.That(Measures.Of([], []).F1, Is.EqualTo(1));
    });

    [Test]
    public void A_hundred_thousand_records_in_one_cluster_take_no_time() =>
        Assert.That(Measures.Of(new int[100_000], [.. Enumerable.Range(0, 100_000)]).Precision, Is.Zero);

    [Test]
    public void A_result_line_is_written_alike_everywhere() =>
        Assert.That(
            new ResultLine("demo", "union", HasIdentifiers: false, new Measures(0.99995, 0.5, 1, 0.25)).ToString(),
            Is.EqualTo("set=demo rule=union ids=no precision=1.0000 recall=0.5000 f1=0.6667 bcubed_f1=0.4000"));

    private static int[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(1, 8))];

    private static int[] Worlds(IEnumerable<bool> together) => [.. together.SelectMany((isOne, i) => new[] { 2 * i, isOne ? 2 * i : (2 * i) + 1 })];

    private static double Pairwise(int[] one, int[] other)
    {
        var pairs = (from left in Enumerable.Range(0, one.Length)
                     from right in Enumerable.Range(0, left)
                     where one[left] == one[right]
                     select other[left] == other[right]).ToList();
        return pairs.Count == 0 ? 1 : pairs.Count(isRight => isRight) / (double)pairs.Count;
    }

    private static double Bcubed(int[] one, int[] other)
    {
        double ShareOf(int record) => Enumerable.Range(0, one.Length).Where(i => one[i] == one[record]).Average(i => other[i] == other[record] ? 1.0 : 0.0);
        return one.Length == 0 ? 1 : Enumerable.Range(0, one.Length).Average(ShareOf);
    }
}
