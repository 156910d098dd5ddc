using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Comparison;

namespace UnionCatalog.Tests.Matching;

internal sealed class RecordComparisonTests
{
    private static readonly ILookup<string, PairCase> Pairs = PairCase.ReadAll(Places.Case("Matching/pairs")).ToLookup(pair => pair.File);

    // A test a file, not a test a pair: beyond 2,000 tests the adapter gives up choosing and runs the whole assembly.
    private static IEnumerable<string> Files() => Pairs.Select(pairs => pairs.Key);

    [TestCaseSource(nameof(Files))]
    public void A_comparison_is_the_same_the_other_way_round(string file) => Assert.Multiple(() =>
    {
        foreach (var pair in Pairs[file])
        {
            var (left, right) = (MatchFeatures.From(pair.Left), MatchFeatures.From(pair.Right));
            Assert.That(PairComparer.Judge(right, left), Is.EqualTo(PairComparer.Judge(left, right)), pair.ToString());
            Assert.That(
                PairComparer.Explain(right, left).Evidence.Select(evidence => evidence.Level),
                Is.EqualTo(PairComparer.Explain(left, right).Evidence.Select(evidence => evidence.Level)),
                pair.ToString());
        }
    });

    [TestCaseSource(nameof(Files))]
    public void Nothing_speaks_against_a_record_being_the_same_as_its_twin(string file) => Assert.Multiple(() =>
    {
        foreach (var (pair, features) in Features(file))
        {
            var comparison = PairComparer.Explain(features, features);
            Assert.That(comparison.Judgement.Veto, Is.Null, pair.ToString());
            Assert.That(comparison.Evidence.Where(SpeaksAgainst), Is.Empty, pair.ToString());
        }
    });

    [TestCaseSource(nameof(Files))]
    public void Features_come_back_from_their_bytes_as_they_were(string file) => Assert.Multiple(() =>
    {
        foreach (var (pair, features) in Features(file))
        {
            var bytes = FeatureBytes.Write(features);
            var read = FeatureBytes.Read(bytes);

            Assert.That(FeatureBytes.Write(read), Is.EqualTo(bytes), pair.ToString());
            Assert.That(Blocks(read).SequenceEqual(Blocks(features)), pair.ToString()); // thousands: no constraint that compares each with each
            Assert.That(
                PairComparer.Explain(features, read).Evidence, Is.EqualTo(PairComparer.Explain(features, features).Evidence), pair.ToString());
        }
    });

    private static IEnumerable<(PairCase Pair, MatchFeatures Features)> Features(string file) =>
        Pairs[file].SelectMany(pair => new[] { (pair, MatchFeatures.From(pair.Left)), (pair, MatchFeatures.From(pair.Right)) });

    // All blocks that a record could ever be in, were each of them crowded.
    private static List<BlockKey> Blocks(MatchFeatures features)
    {
        var blocks = new List<BlockKey>(BlockingKeys.Of(features));
        for (var i = 0; i < blocks.Count; i++)
        {
            blocks.AddRange(FinerBlocks.Of(blocks[i], features));
        }

        return blocks;
    }

    // A wrong ISBN that both have is no full agreement, but nothing against them either.
    private static bool SpeaksAgainst(Evidence evidence) =>
        evidence.Agreement is Agreement.Near or Agreement.Disagree && evidence.Level != Level.Invalid;
}
