using UnionCatalog.Matching.Candidates;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Explaining;

/// <summary>Explains what matching leaves to a person.</summary>
internal sealed class ReviewExplainer(IReviewStore reviews, MatchExplainer pairs, RecordFinder records)
{
    /// <summary>Pairs that a person should look at, those that touch the most holdings first. One whose records have just gone is left out.</summary>
    public async Task<IReadOnlyList<ExplainedTask>> ListTasksAsync(int skip, int limit, CancellationToken cancellation)
    {
        var explained = new List<ExplainedTask>();
        foreach (var task in await reviews.ListTasksAsync(skip, limit, cancellation))
        {
            if (await pairs.ExplainAsync(task.LeftRecord, task.RightRecord, cancellation) is PairExplaining.Explained { Pair: var pair })
            {
                explained.Add(new ExplainedTask(task, pair));
            }
        }

        return explained;
    }

    /// <summary>Identifiers that are not believed, the most frequent first, with who bears them.</summary>
    public async Task<IReadOnlyList<ExplainedIdentifier>> ListIdentifiersAsync(int limit, CancellationToken cancellation)
    {
        var explained = new List<ExplainedIdentifier>();
        foreach (var identifier in await reviews.ListSuspiciousAsync(limit, cancellation))
        {
            var bearers = await reviews.FindBearersAsync(identifier.Identifier, cancellation);
            var libraries = new List<ExplainedBearers>(bearers.Libraries.Count);
            foreach (var library in bearers.Libraries)
            {
                libraries.Add(new ExplainedBearers(library, (await records.FindAsync(library.Example, cancellation)).Record));
            }

            explained.Add(new ExplainedIdentifier(identifier.Identifier, (BlockFamily)identifier.Family, bearers.Records, bearers.Titles, libraries, identifier.Since));
        }

        return explained;
    }

    /// <summary>
    /// Groups that look alike and are too many to be compared, the largest first. A group within another is told with that; one
    /// that bears an identifier which is not believed is told by <see cref="ListIdentifiersAsync"/>.
    /// </summary>
    public async Task<IReadOnlyList<ExplainedCrowd>> ListCrowdsAsync(int limit, CancellationToken cancellation)
    {
        var disbelieved = await reviews.ListDisbelievedAsync(cancellation);
        var explained = new List<ExplainedCrowd>();
        foreach (var crowd in (await reviews.ListCrowdsAsync(limit, cancellation)).DistinctBy(crowd => (crowd.Family, crowd.Example)))
        {
            var (family, example) = ((BlockFamily)crowd.Family, (await records.FindAsync(crowd.Example, cancellation)).Record);
            if (example is null || !Identifiers(family, example.Features).Any(disbelieved.Contains))
            {
                explained.Add(new ExplainedCrowd(family, crowd.Records, crowd.Example, example));
            }
        }

        return explained;
    }

    private static IReadOnlyList<string> Identifiers(BlockFamily family, MatchFeatures features) => family switch
    {
        BlockFamily.Isbn => features.Isbns,
        BlockFamily.Issn => features.Issns,
        _ => [],
    };
}

/// <summary>A pair that a person should look at.</summary>
/// <param name="Task">What waits.</param>
/// <param name="Pair">The two records that speak most for it.</param>
internal sealed record ExplainedTask(ReviewTask Task, PairExplanation Pair);

/// <summary>An identifier that is not believed.</summary>
/// <param name="Identifier">The identifier as it is compared.</param>
/// <param name="Family">Its kind.</param>
/// <param name="Records">How many records bear it.</param>
/// <param name="Titles">How many different titles those have.</param>
/// <param name="Libraries">The same by library, the most records first.</param>
/// <param name="Since">When it was first not believed.</param>
internal sealed record ExplainedIdentifier(
    string Identifier, BlockFamily Family, long Records, long Titles, IReadOnlyList<ExplainedBearers> Libraries, DateTimeOffset Since);

/// <summary>One library's records that bear it.</summary>
/// <param name="Bearers">How many.</param>
/// <param name="Example">The first of them; null when it cannot be read.</param>
internal sealed record ExplainedBearers(LibraryBearers Bearers, ExplainedRecord? Example);

/// <summary>A group too large to be compared.</summary>
/// <param name="Family">In which respect its records look alike.</param>
/// <param name="Descriptions">How many different descriptions they have.</param>
/// <param name="Key">One of its records.</param>
/// <param name="Example">What that says; null when it cannot be read.</param>
internal sealed record ExplainedCrowd(BlockFamily Family, long Descriptions, Records.RecordKey Key, ExplainedRecord? Example);
