using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Comparison;

namespace UnionCatalog.Tests.Matching;

internal sealed class RecordComparisonTests
{
    [TestCaseSource(typeof(PairCase), nameof(PairCase.ReadAll))]
    public void A_pair_of_records_is_the_same_edition_or_not_and_for_the_right_reason(PairCase pair)
    {
        var verdict = RecordComparison.Compare(MatchFeatures.From(pair.Left), MatchFeatures.From(pair.Right));
        var mirrored = RecordComparison.Compare(MatchFeatures.From(pair.Right), MatchFeatures.From(pair.Left));

        Assert.Multiple(() =>
        {
            Assert.That(verdict.Reason, Is.EqualTo(pair.Reason), verdict.ToString());
            Assert.That(verdict.IsSame, Is.EqualTo(pair.IsSame), verdict.ToString());
            Assert.That(mirrored.Reason, Is.EqualTo(verdict.Reason), "the other way round: " + mirrored);
        });
    }

    private static IEnumerable<PairCase> Same() => PairCase.ReadAll().Where(pair => pair.IsSame);

    [TestCaseSource(nameof(Same))]
    public void Records_that_are_the_same_share_a_blocking_key(PairCase pair)
    {
        var left = BlockingKeys.Of(MatchFeatures.From(pair.Left));

        Assert.That(left.Intersect(BlockingKeys.Of(MatchFeatures.From(pair.Right))), Is.Not.Empty, string.Join('\n', left));
    }

    [TestCaseSource(typeof(PairCase), nameof(PairCase.ReadAll))]
    public void Every_record_of_the_cases_is_the_same_as_its_twin_if_it_says_enough(PairCase pair)
    {
        foreach (var features in new[] { MatchFeatures.From(pair.Left), MatchFeatures.From(pair.Right) })
        {
            var verdict = RecordComparison.Compare(features, features);
            Assert.That(verdict.IsSame || verdict.Reason == MatchReason.NotEnough, verdict.ToString());
        }
    }

    [Test]
    public void The_cases_are_many_balanced_and_hold_valid_identifiers()
    {
        var pairs = PairCase.ReadAll().ToList();
        var identifiers = pairs.SelectMany(pair => pair.Left.Identifiers.Concat(pair.Right.Identifiers));

        Assert.Multiple(() =>
        {
            Assert.That(pairs, Has.Count.AtLeast(80));
            Assert.That(pairs.Count(pair => pair.IsSame) / (double)pairs.Count, Is.InRange(0.4, 0.6));
            Assert.That(identifiers.Where(identifier => !identifier.IsValid), Is.Empty);
        });
    }
}
