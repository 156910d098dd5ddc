using UnionCatalog.Matching;
using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Explaining;

/// <summary>How two records stand to each other is told by where they are, what comparing them comes to, and what people said.</summary>
public sealed class PairStandingTests
{
    private static readonly Judgement Same = new(Outcome.Same, 900, null);
    private static readonly Judgement Unsure = new(Outcome.Unsure, 300, null);
    private static readonly Judgement Different = new(Outcome.Different, -300, null);
    private static readonly Judgement Vetoed = new(Outcome.Different, 900, Veto.Parts);
    private static readonly Meeting Met = new([BlockFamily.Isbn], []);
    private static readonly Meeting NeverMet = new([], []);

    [Test]
    public void Together_is_told_with_what_put_them_together()
    {
        Assert.That(Of("x", "x", Same), Is.EqualTo(PairStanding.Together));
        Assert.That(Of("x", "x", Unsure), Is.EqualTo(PairStanding.TogetherThroughOthers));
        Assert.That(Of("x", "x", Vetoed, OverrideKind.Together), Is.EqualTo(PairStanding.TogetherByWord));
    }

    [Test]
    public void Apart_is_told_with_what_parts_them()
    {
        Assert.That(Of("x", "y", Different), Is.EqualTo(PairStanding.Apart));
        Assert.That(Of("x", "y", Vetoed), Is.EqualTo(PairStanding.ApartByVeto));
        Assert.That(Of("x", "y", Unsure), Is.EqualTo(PairStanding.Unsure));
        Assert.That(Of("x", "y", Same, OverrideKind.Apart), Is.EqualTo(PairStanding.ApartByWord));
    }

    [Test]
    public void What_fits_and_is_apart_gave_way_or_was_never_compared()
    {
        Assert.That(Of("x", "y", Same, meeting: Met), Is.EqualTo(PairStanding.GaveWay));
        Assert.That(Of("x", "y", Same, meeting: NeverMet), Is.EqualTo(PairStanding.NeverCompared));
        Assert.That(Of("x", "y", Same), Is.EqualTo(PairStanding.GaveWay), "not asked");
    }

    [Test]
    public void What_the_catalogue_has_not_followed_yet_is_told_so()
    {
        Assert.That(Of("x", "y", Different, OverrideKind.Together), Is.EqualTo(PairStanding.WordPending));
        Assert.That(Of("x", "x", Same, OverrideKind.Apart), Is.EqualTo(PairStanding.WordPending));
        Assert.That(Of(null, "y", Same), Is.EqualTo(PairStanding.NotPlaced));
        Assert.That(Of("x", null, Same), Is.EqualTo(PairStanding.NotPlaced));
    }

    [Test]
    public void A_record_beside_itself_is_one()
    {
        var record = Record("1", "x");

        Assert.That(PairStandings.Of(record, record, Same, null, null), Is.EqualTo(PairStanding.SameRecord));
    }

    private static PairStanding Of(string? left, string? right, Judgement judgement, OverrideKind? word = null, Meeting? meeting = null) =>
        PairStandings.Of(Record("1", left), Record("2", right), judgement, word, meeting);

    private static ExplainedRecord Record(string identifier, string? cluster)
    {
        var record = new BibRecord { Title = new Title("Laskar Pelangi") };
        return new(new RecordKey(new SourceId("sma-1"), identifier), record, MatchFeatures.From(record), cluster is null ? null : new ClusterId(cluster));
    }
}
