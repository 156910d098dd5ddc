namespace UnionCatalog.Matching.Evaluation;

/// <summary>A rule by which records are put together; ours and others are measured alike.</summary>
internal interface IMatchRule
{
    /// <summary>Its name in result lines.</summary>
    string Name { get; }

    /// <summary>Puts records together.</summary>
    /// <param name="records">The records.</param>
    /// <returns>The number of each record's cluster; equal numbers are one cluster, and mean nothing else.</returns>
    int[] Partition(IReadOnlyList<MeasuredRecord> records);
}
