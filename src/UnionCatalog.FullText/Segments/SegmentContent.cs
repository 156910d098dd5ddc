namespace UnionCatalog.FullText.Segments;

/// <summary>What a segment holds in memory. Its documents are numbered in the order of their keys.</summary>
/// <param name="Keys">The documents' keys; a key's ordinal is the document's number.</param>
/// <param name="Texts">One for each field of the schema, in its order.</param>
/// <param name="Columns">One for each column of the schema, in its order.</param>
internal sealed record SegmentContent(StringTable Keys, TextIndex[] Texts, ISegmentColumn[] Columns)
{
    /// <param name="schema">What documents consist of.</param>
    /// <param name="documents">The documents, in the order of their keys.</param>
    public static SegmentContent From(IndexSchema schema, IReadOnlyList<IndexDocument> documents) => new(
        StringTable.FromSorted(documents.Select(document => document.Key)),
        [.. schema.Fields.Select(field => Invert(field, documents))],
        [.. schema.Columns.Select(column => Collect(column, documents))]);

    /// <param name="schema">What documents consist of.</param>
    /// <param name="parts">Segments that are to become one.</param>
    /// <param name="keys">The keys of all documents that stay.</param>
    /// <param name="numbering">The new number of each segment's documents; -1: left out.</param>
    public static SegmentContent Merge(
        IndexSchema schema, IReadOnlyList<SegmentContent> parts, StringTable keys, IReadOnlyList<int[]> numbering)
    {
        IReadOnlyList<T> All<T>(int column) => [.. parts.Select(part => (T)part.Columns[column])];
        return new SegmentContent(
            keys,
            [.. schema.Fields.Select((_, field) =>
                TextIndex.Merge([.. parts.Select(part => part.Texts[field])], numbering, keys.Count))],
            [.. schema.Columns.Select<Column, ISegmentColumn>((column, at) => column switch
            {
                Column.Facet => FacetColumn.Merge(All<FacetColumn>(at), numbering, keys.Count),
                Column.Number => NumberColumn.Merge(All<NumberColumn>(at), numbering, keys.Count),
                _ => SortKeyColumn.Merge(All<SortKeyColumn>(at), numbering, keys.Count),
            })]);
    }

    public void Write(IndexFileWriter file)
    {
        Keys.Write(file);
        Array.ForEach(Texts, text => text.Write(file));
        Array.ForEach(Columns, column => column.Write(file));
    }

    public static SegmentContent Read(IndexSchema schema, IndexFileReader file) => new(
        StringTable.Read(file),
        [.. schema.Fields.Select(_ => TextIndex.Read(file))],
        [.. schema.Columns.Select<Column, ISegmentColumn>(column => column switch
        {
            Column.Facet => FacetColumn.Read(file),
            Column.Number => NumberColumn.Read(file),
            _ => SortKeyColumn.Read(file),
        })]);

    private static TextIndex Invert(TextField field, IReadOnlyList<IndexDocument> documents)
    {
        var inverter = new TextInverter(field, documents.Count);
        foreach (var (number, document) in documents.Index())
        {
            foreach (var (name, text) in document.Texts)
            {
                if (name == field.Name)
                {
                    inverter.Add(number, text);
                }
            }
        }

        return inverter.Finish();
    }

    private static ISegmentColumn Collect(Column column, IReadOnlyList<IndexDocument> documents)
    {
        List<(int, T)> Entries<T>(Func<IndexDocument, IReadOnlyList<(string Column, T Value)>> values) =>
        [
            .. from document in documents.Index()
               from entry in values(document.Item)
               where entry.Column == column.Name
               select (document.Index, entry.Value),
        ];

        return column switch
        {
            Column.Facet => FacetColumn.From(documents.Count, Entries(document => document.Facets)),
            Column.Number => NumberColumn.From(documents.Count, Entries(document => document.Numbers)),
            _ => SortKeyColumn.From(documents.Count, Entries(document => document.SortKeys)),
        };
    }
}
