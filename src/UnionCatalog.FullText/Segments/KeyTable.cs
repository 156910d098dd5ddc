namespace UnionCatalog.FullText.Segments;

/// <summary>The keys of a segment's documents, in the order of their bytes: a document's number is its place among them.</summary>
internal sealed class KeyTable
{
    public int Count => throw new NotImplementedException();

    public string this[int document] => throw new NotImplementedException($"{document}");

    /// <summary>The number of the document with this key; negative: there is none.</summary>
    public int Find(ReadOnlySpan<byte> key) => throw new NotImplementedException();

    /// <summary>The first document whose key is not less.</summary>
    public int LowerBound(ReadOnlySpan<byte> key) => throw new NotImplementedException();

    /// <summary>Compares a key with one of another segment.</summary>
    public int Compare(int one, KeyTable other, int theirs) => throw new NotImplementedException();
}
