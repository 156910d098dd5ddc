namespace UnionCatalog.FullText.Columns;

/// <summary>The bytes stored with each document of a segment.</summary>
internal sealed class StoredTable
{
    public ReadOnlySpan<byte> this[int document] => throw new NotImplementedException($"{document}");
}
