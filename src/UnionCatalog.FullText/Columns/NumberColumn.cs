namespace UnionCatalog.FullText.Columns;

/// <summary>A number column of one segment.</summary>
internal sealed class NumberColumn : SegmentColumn
{
    /// <summary>The least number there is; greater than <see cref="Maximum"/> when there is none.</summary>
    public long Minimum => throw new NotImplementedException();

    public long Maximum => throw new NotImplementedException();

    /// <summary>Width 1, 2, 4: the number less the minimum and plus one, 0 for none. Width 8: the numbers themselves.</summary>
    public Codes Codes => throw new NotImplementedException();

    public bool TryGet(int document, out long value) => throw new NotImplementedException();
}
