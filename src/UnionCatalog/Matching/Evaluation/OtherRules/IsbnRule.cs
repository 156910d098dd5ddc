using UnionCatalog.Records;

namespace UnionCatalog.Matching.Evaluation.OtherRules;

/// <summary>A shared valid ISBN, and nothing else, puts records together.</summary>
internal sealed class IsbnRule : IMatchRule
{
    /// <inheritdoc/>
    public string Name => "isbn";

    /// <inheritdoc/>
    public int[] Partition(IReadOnlyList<MeasuredRecord> records) => Groups.ByKeys(
        records,
        record => record.Record.Identifiers.Where(id => id.Kind == IdentifierKind.Isbn && id.IsValid).Select(id => id.Value));
}
