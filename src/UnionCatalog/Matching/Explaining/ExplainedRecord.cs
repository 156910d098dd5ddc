using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Explaining;

/// <summary>A record whose matching is explained.</summary>
/// <param name="Key">The record.</param>
/// <param name="Record">What it says.</param>
/// <param name="Features">What of that is compared.</param>
/// <param name="Cluster">The cluster that it is in; null when it was not placed yet.</param>
internal sealed record ExplainedRecord(RecordKey Key, BibRecord Record, MatchFeatures Features, ClusterId? Cluster);

/// <summary>Why a record cannot be explained.</summary>
/// <param name="Key">The record.</param>
/// <param name="Absence">What is the matter.</param>
internal sealed record MissingRecord(RecordKey Key, RecordAbsence Absence);

/// <summary>What is the matter with a record that cannot be explained.</summary>
internal enum RecordAbsence
{
    /// <summary>It was never told.</summary>
    Unknown,

    /// <summary>Its library has it no more.</summary>
    Deleted,

    /// <summary>It was harvested, but cannot be read.</summary>
    Unreadable,
}
