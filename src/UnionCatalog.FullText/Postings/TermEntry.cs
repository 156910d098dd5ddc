namespace UnionCatalog.FullText.Postings;

/// <summary>What the dictionary says of a term.</summary>
/// <param name="Documents">How many documents of the segment have it, deleted ones included; 0: none, and nothing else is said.</param>
/// <param name="Postings">Where its postings start in their section.</param>
/// <param name="PostingsLength">How many bytes they take.</param>
/// <param name="Positions">Where its positions start in theirs.</param>
/// <param name="PositionsLength">How many bytes they take.</param>
internal readonly record struct TermEntry(int Documents, long Postings, int PostingsLength, long Positions, int PositionsLength)
{
    /// <summary>Whether there are whole blocks, before which the arrays to find them stand.</summary>
    public bool HasBlocks => Documents >= BlockCodec.Size;

    /// <summary>The entry for the term behind this one, as far as its place goes.</summary>
    public TermEntry After(int documents, int postingsLength, int positionsLength) => new(
        documents, Align(Postings + PostingsLength, documents), postingsLength, Positions + PositionsLength, positionsLength);

    /// <summary>Arrays of whole numbers are read where they lie.</summary>
    public static long Align(long postings, int documents) => documents >= BlockCodec.Size ? (postings + 3) & ~3L : postings;
}

/// <summary>
/// How the postings of a term with at least one block begin; then for each block its last document, its impacts, where it starts
/// behind these arrays and where its positions start (and, as one more of those, the tail's); then the blocks, each the bits of its
/// documents, the bits of its frequencies less one, and whether its positions are one byte each; then the tail.
/// </summary>
internal static class TermHeader
{
    /// <summary>The greatest frequency, and one more than the term's place among the bitmaps or 0: four bytes each.</summary>
    public const int Size = 8;

    /// <summary>The bytes before the numbers of a block.</summary>
    public const int BlockHeader = 3;

    /// <summary>A term's bitmap is written when one in so many documents has it …</summary>
    public const int DenseShare = 16;

    /// <summary>… and the segment has so many.</summary>
    public const int DenseMinimum = 4_096;

    /// <summary>The bytes of all that stands before the first block.</summary>
    public static int LengthAt(int blocks) => Size + (4 * sizeof(uint) * blocks) + sizeof(uint);
}
