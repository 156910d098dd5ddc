namespace UnionCatalog.FullText.Segments;

/// <summary>A facet column of one segment: document d has the values from <c>starts[d]</c> to <c>starts[d + 1]</c>.</summary>
internal sealed class FacetColumn(StringTable values, int[] starts, int[] ordinals) : ISegmentColumn
{
    public StringTable Values => values;

    public ReadOnlySpan<int> this[int document] =>
        ordinals.AsSpan(starts[document], starts[document + 1] - starts[document]);

    /// <param name="count">How many documents there are.</param>
    /// <param name="entries">Their values, in any order.</param>
    public static FacetColumn From(int count, IReadOnlyCollection<(int Document, string Value)> entries)
    {
        var values = entries.Select(entry => entry.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var ordinals = values.Index().ToDictionary(value => value.Item, value => value.Index, StringComparer.Ordinal);
        var pairs = entries.Select(entry => (entry.Document, Ordinal: ordinals[entry.Value])).Distinct().ToArray();
        Array.Sort(pairs);
        var starts = new int[count + 1];
        foreach (var pair in pairs)
        {
            starts[pair.Document + 1]++;
        }

        for (var document = 0; document < count; document++)
        {
            starts[document + 1] += starts[document];
        }

        return new FacetColumn(StringTable.FromSorted(values), starts, Array.ConvertAll(pairs, pair => pair.Ordinal));
    }

    public static FacetColumn Merge(IReadOnlyList<FacetColumn> parts, IReadOnlyList<int[]> numbering, int count)
    {
        var entries = new List<(int, string)>();
        for (var part = 0; part < parts.Count; part++)
        {
            var strings = parts[part].Values.ToStrings();
            for (var document = 0; document < numbering[part].Length; document++)
            {
                foreach (var ordinal in numbering[part][document] >= 0 ? parts[part][document] : [])
                {
                    entries.Add((numbering[part][document], strings[ordinal]));
                }
            }
        }

        return From(count, entries);
    }

    public void Write(IndexFileWriter file)
    {
        values.Write(file);
        file.Write<int>(starts);
        file.Write<int>(ordinals);
    }

    public static FacetColumn Read(IndexFileReader file) => new(StringTable.Read(file), file.Read<int>(), file.Read<int>());
}
