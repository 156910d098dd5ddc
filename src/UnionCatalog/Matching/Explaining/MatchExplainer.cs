using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Explaining;

/// <summary>
/// Explains why two records are, or are not, shown as one edition: puts together what they say, what comparing that comes to,
/// what people decided, and how the catalogue has drawn them. It decides nothing.
/// </summary>
internal sealed class MatchExplainer(RecordFinder records, MeetingFinder meetings, IOverrideStore overrides, IReviewStore reviews)
{
    /// <summary>Explains two records.</summary>
    public async Task<PairExplaining> ExplainAsync(RecordKey left, RecordKey right, CancellationToken cancellation)
    {
        var (one, other) = (await records.FindAsync(left, cancellation), await records.FindAsync(right, cancellation));
        return one.Record is { } first && other.Record is { } second
            ? new PairExplaining.Explained(await ExplainAsync(first, second, cancellation))
            : new PairExplaining.Missing([.. new[] { one.Missing, other.Missing }.OfType<MissingRecord>().Distinct()]);
    }

    /// <summary>Explains two records that were read.</summary>
    public async Task<PairExplanation> ExplainAsync(ExplainedRecord left, ExplainedRecord right, CancellationToken cancellation)
    {
        var disbelieved = await reviews.ListDisbelievedAsync(cancellation);
        var decisions = (await overrides.FindAsync(left.Key, cancellation)).Union(await overrides.FindAsync(right.Key, cancellation)).ToList();
        var meeting = await meetings.FindAsync(left, right, decisions, cancellation);
        return Compose(left, right, disbelieved, decisions, meeting);
    }

    /// <summary>Puts together what is known of two records.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <param name="disbelieved">All identifiers that are not believed.</param>
    /// <param name="decisions">What people decided of either.</param>
    /// <param name="meeting">How they were found for each other; null when that was not asked.</param>
    public static PairExplanation Compose(
        ExplainedRecord left, ExplainedRecord right, IReadOnlySet<string> disbelieved, IReadOnlyList<MatchOverride> decisions, Meeting? meeting)
    {
        var comparison = PairComparer.Explain(left.Features, right.Features, disbelieved);
        var word = decisions.FirstOrDefault(decision => IsOf(decision, left.Key, right.Key))?.Kind;
        return new PairExplanation
        {
            Left = left,
            Right = right,
            Comparison = comparison,
            Standing = PairStandings.Of(left, right, comparison.Judgement, word, meeting),
            Decisions = decisions,
            Meeting = meeting,
            Disbelieved = [.. left.Features.Isbns.Concat(left.Features.Issns).Concat(right.Features.Isbns).Concat(right.Features.Issns).Distinct().Where(disbelieved.Contains)],
        };
    }

    private static bool IsOf(MatchOverride decision, RecordKey one, RecordKey other) =>
        (decision.A == one && decision.B == other) || (decision.A == other && decision.B == one);
}

/// <summary>What came of explaining two records.</summary>
internal abstract record PairExplaining
{
    private PairExplaining()
    {
    }

    /// <summary>They are explained.</summary>
    /// <param name="Pair">How.</param>
    public sealed record Explained(PairExplanation Pair) : PairExplaining;

    /// <summary>One of them, or both, is not there to be explained.</summary>
    /// <param name="Records">Which, and why.</param>
    public sealed record Missing(IReadOnlyList<MissingRecord> Records) : PairExplaining;
}
