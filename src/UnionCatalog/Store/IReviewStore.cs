using UnionCatalog.Records;

namespace UnionCatalog.Store;

/// <summary>What matching leaves to a person: pairs it is unsure of, crowds it could not compare, identifiers it does not believe.</summary>
/// <remarks>SQLite now; PostgreSQL is the second implementation, and one contract suite is run against both.</remarks>
public interface IReviewStore
{
    /// <summary>
    /// Pairs of clusters that a person should look at, those that touch the most holdings first. Two clusters come once, by their
    /// best pair, and not at all when an override parts records of theirs.
    /// </summary>
    /// <param name="skip">So many are left out.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<ReviewTask>> ListTasksAsync(int skip, int limit, CancellationToken cancellation);

    /// <summary>How many <see cref="ListTasksAsync"/> there are.</summary>
    Task<long> CountTasksAsync(CancellationToken cancellation);

    /// <summary>Groups of records that look alike in one respect and are too many to be compared by it each with each, the largest first.</summary>
    Task<IReadOnlyList<Crowd>> ListCrowdsAsync(int limit, CancellationToken cancellation);

    /// <summary>Identifiers that stand in records of so many different titles that they are not believed, the most frequent first.</summary>
    Task<IReadOnlyList<SuspiciousIdentifier>> ListSuspiciousAsync(int limit, CancellationToken cancellation);

    /// <summary>All of <see cref="ListSuspiciousAsync"/>, as they are compared, for whoever compares records himself.</summary>
    Task<IReadOnlySet<string>> ListDisbelievedAsync(CancellationToken cancellation);

    /// <summary>Those of <see cref="ListTasksAsync"/> that one of the two clusters is, in the same order.</summary>
    Task<IReadOnlyList<ReviewTask>> FindTasksAsync(ClusterId cluster, int limit, CancellationToken cancellation);

    /// <summary>Which of these blocks, by matching's own hash of their keys, hold more profiles than <paramref name="limit"/>.</summary>
    Task<IReadOnlySet<long>> FindCrowdedAsync(IReadOnlyCollection<long> blocks, int limit, CancellationToken cancellation);

    /// <summary>How many profiles of a block stand between two in the order of hashes, counted to <paramref name="limit"/>.</summary>
    Task<int> CountBetweenAsync(long block, UInt128 one, UInt128 other, int limit, CancellationToken cancellation);

    /// <summary>Who bears an identifier that is not believed; empty when it is believed.</summary>
    Task<IdentifierBearers> FindBearersAsync(string identifier, CancellationToken cancellation);
}

/// <summary>Two clusters of which matching is not sure that they are two.</summary>
/// <param name="Left">One.</param>
/// <param name="Right">The other.</param>
/// <param name="LeftRecord">The record of the one that speaks most for it.</param>
/// <param name="RightRecord">The record of the other that does.</param>
/// <param name="Weight">The evidence between these two records, in hundredths of a nat.</param>
/// <param name="Holdings">How many holdings the records of both clusters tell of, each record one at least: what a decision touches.</param>
public sealed record ReviewTask(ClusterId Left, ClusterId Right, RecordKey LeftRecord, RecordKey RightRecord, int Weight, long Holdings);

/// <summary>Records that look alike in one respect and are too many to be compared by it.</summary>
/// <param name="Family">In which respect, by the number of matching's own BlockFamily.</param>
/// <param name="Records">How many different descriptions they have; records that say the same count once.</param>
/// <param name="Example">One of them.</param>
/// <param name="Since">When they were first found too many.</param>
public sealed record Crowd(byte Family, long Records, RecordKey Example, DateTimeOffset Since);

/// <summary>An identifier that is not believed.</summary>
/// <param name="Identifier">The identifier as it is compared.</param>
/// <param name="Family">Its kind, by the number of matching's own BlockFamily.</param>
/// <param name="Records">How many different descriptions have it; records that say the same count once.</param>
/// <param name="Examples">A few records that have it.</param>
/// <param name="Since">When it was first not believed.</param>
public sealed record SuspiciousIdentifier(string Identifier, byte Family, long Records, IReadOnlyList<RecordKey> Examples, DateTimeOffset Since);

/// <summary>Who bears an identifier that is not believed.</summary>
/// <param name="Records">How many records bear it, of all libraries.</param>
/// <param name="Titles">How many different titles those have.</param>
/// <param name="Libraries">The same by library, the most records first.</param>
public sealed record IdentifierBearers(long Records, long Titles, IReadOnlyList<LibraryBearers> Libraries);

/// <summary>One library's records that bear an identifier that is not believed.</summary>
/// <param name="Library">The member.</param>
/// <param name="Records">How many.</param>
/// <param name="Titles">How many different titles those have.</param>
/// <param name="Example">The first of them.</param>
public sealed record LibraryBearers(SourceId Library, long Records, long Titles, RecordKey Example);
