using UnionCatalog.Records;

namespace UnionCatalog.Matching.Evaluation;

/// <summary>A record whose place is known.</summary>
/// <param name="Record">The record.</param>
/// <param name="Source">Whose it is: the library, or the file where no library is named.</param>
/// <param name="Number">Its number in its file, from 1.</param>
internal sealed record MeasuredRecord(BibRecord Record, string Source, long Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Source} {Number}";
}
