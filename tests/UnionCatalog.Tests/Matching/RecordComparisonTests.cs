using UnionCatalog.Matching;
using UnionCatalog.Matching.Comparison;

namespace UnionCatalog.Tests.Matching;

internal sealed class RecordComparisonTests
{
    private static IEnumerable<PairCase> Pairs() => PairCase.ReadAll(Places.Case("Matching/pairs"));

    [TestCaseSource(nameof(Pairs))]
    public void A_comparison_is_the_same_the_other_way_round(PairCase pair)
    {
        var (left, right) = (MatchFeatures.From(pair.Left), MatchFeatures.From(pair.Right));

        Assert.Multiple(() =>
        {
            Assert.That(PairComparer.Judge(right, left), Is.EqualTo(PairComparer.Judge(left, right)));
            Assert.That(
                PairComparer.Explain(right, left).Evidence.Select(evidence => evidence.Level),
                Is.EqualTo(PairComparer.Explain(left, right).Evidence.Select(evidence => evidence.Level)));
        });
    }

    [TestCaseSource(nameof(Pairs))]
    public void Nothing_speaks_against_a_record_being_the_same_as_its_twin(PairCase pair)
    {
        foreach (var features in new[] { MatchFeatures.From(pair.Left), MatchFeatures.From(pair.Right) })
        {
            var comparison = PairComparer.Explain(features, features);
            Assert.That(comparison.Judgement.Veto, Is.Null);
            Assert.That(comparison.Evidence.Where(evidence => evidence.Agreement is Agreement.Near or Agreement.Disagree), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Pairs))]
    public void Features_come_back_from_their_bytes_as_they_were(PairCase pair)
    {
        foreach (var features in new[] { MatchFeatures.From(pair.Left), MatchFeatures.From(pair.Right) })
        {
            var bytes = FeatureBytes.Write(features);
            var read = FeatureBytes.Read(bytes);

            Assert.That(FeatureBytes.Write(read), Is.EqualTo(bytes));
            Assert.That(PairComparer.Explain(features, read).Evidence, Is.EqualTo(PairComparer.Explain(features, features).Evidence));
        }
    }
}
