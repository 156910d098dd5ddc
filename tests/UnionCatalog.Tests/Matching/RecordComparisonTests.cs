using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Comparison;

namespace UnionCatalog.Tests.Matching;

internal sealed class RecordComparisonTests
{
    private static IEnumerable<PairCase> Pairs() => PairCase.ReadAll(Places.Case("Matching/pairs"));

    [TestCaseSource(nameof(Pairs))]
    public void A_comparison_is_the_same_the_other_way_round(PairCase pair)
    {
        var verdict = RecordComparison.Compare(MatchFeatures.From(pair.Left), MatchFeatures.From(pair.Right));
        var mirrored = RecordComparison.Compare(MatchFeatures.From(pair.Right), MatchFeatures.From(pair.Left));

        Assert.That(mirrored.Reason, Is.EqualTo(verdict.Reason), mirrored.ToString());
    }

    [TestCaseSource(nameof(Pairs))]
    public void Every_record_of_the_cases_is_the_same_as_its_twin_if_it_says_enough(PairCase pair)
    {
        foreach (var features in new[] { MatchFeatures.From(pair.Left), MatchFeatures.From(pair.Right) })
        {
            var verdict = RecordComparison.Compare(features, features);
            Assert.That(verdict.IsSame || verdict.Reason == MatchReason.NotEnough, verdict.ToString());
        }
    }
}
