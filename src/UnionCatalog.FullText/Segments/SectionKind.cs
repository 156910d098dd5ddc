namespace UnionCatalog.FullText.Segments;

/// <summary>What a section of a segment file holds. The numbers are in the files: never give one a new meaning.</summary>
internal enum SectionKind : ushort
{
    /// <summary>The documents' keys in order, front-coded.</summary>
    Keys = 1,

    /// <summary>Where each block of keys starts.</summary>
    KeyStarts = 2,

    /// <summary>The Bloom filter in front of the keys.</summary>
    KeyFilter = 3,

    /// <summary>The bytes stored with the documents, one after the other.</summary>
    Stored = 10,

    /// <summary>Where each document's stored bytes start.</summary>
    StoredStarts = 11,

    /// <summary>A column's few numbers: counts, widths, minimum.</summary>
    ColumnInfo = 20,

    /// <summary>A column's different strings in order, front-coded.</summary>
    ColumnValues = 21,

    /// <summary>Where each block of a column's strings starts.</summary>
    ColumnValueStarts = 22,

    /// <summary>A column's codes, one a document or a flat list.</summary>
    ColumnCodes = 23,

    /// <summary>Where each document's codes start in the flat list.</summary>
    ColumnStarts = 24,

    /// <summary>Which documents have a number, where the codes cannot say it.</summary>
    ColumnPresence = 25,

    Terms = 100,
    TermIndex,
    Postings,
    Positions,
    DenseTerms,
    Lengths,
    FieldTotals,
}
