namespace UnionCatalog.FullText.Segments;

/// <summary>A sort-key column of one segment.</summary>
internal sealed class SortKeyColumn(StringTable values, int[] ordinals) : ISegmentColumn
{
    /// <summary>Whether a document has a key to sort by.</summary>
    public bool Has(int document) => ordinals[document] >= 0;

    /// <summary>The key of a document that has one.</summary>
    public ReadOnlySpan<char> this[int document] => values[ordinals[document]];

    /// <summary>Compares documents that have keys, the second one perhaps in another segment.</summary>
    public int Compare(int document, SortKeyColumn others, int other) => others == this
        ? ordinals[document].CompareTo(ordinals[other])
        : Math.Sign(this[document].SequenceCompareTo(others[other]));

    /// <param name="count">How many documents there are.</param>
    /// <param name="entries">Their keys; a document's last one counts.</param>
    public static SortKeyColumn From(int count, IEnumerable<(int Document, string Value)> entries)
    {
        var keys = new string?[count];
        foreach (var (document, value) in entries)
        {
            keys[document] = value;
        }

        var values = StringTable.FromAny(keys.OfType<string>());
        return new SortKeyColumn(values, Array.ConvertAll(keys, key => key is null ? -1 : values.Find(key)));
    }

    public static SortKeyColumn Merge(IReadOnlyList<SortKeyColumn> parts, IReadOnlyList<int[]> numbering, int count) => From(
        count,
        from part in Enumerable.Range(0, parts.Count)
        from document in Enumerable.Range(0, numbering[part].Length)
        where numbering[part][document] >= 0 && parts[part].Has(document)
        select (numbering[part][document], parts[part][document].ToString()));

    public void Write(IndexFileWriter file)
    {
        values.Write(file);
        file.Write<int>(ordinals);
    }

    public static SortKeyColumn Read(IndexFileReader file) => new(StringTable.Read(file), file.Read<int>());
}
