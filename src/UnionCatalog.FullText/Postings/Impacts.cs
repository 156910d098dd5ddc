namespace UnionCatalog.FullText.Postings;

/// <summary>
/// What the best document of a block can count for, in four bytes that hold for any average length: the least length code among
/// the documents with the term once, twice, three times, and more often.
/// </summary>
internal static class Impacts
{
    /// <summary>The frequencies told apart; the last stands for itself and all above.</summary>
    public const int Classes = 4;

    /// <summary>No document has the term so often.</summary>
    public const byte None = 255;

    public static uint Of(ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies, ReadOnlySpan<byte> lengths)
    {
        Span<byte> least = [None, None, None, None];
        for (var i = 0; i < documents.Length; i++)
        {
            ref var entry = ref least[Math.Min((int)frequencies[i], Classes) - 1];
            // None is also the code of the longest lengths: they are taken for a little shorter.
            entry = Math.Min(entry, Math.Min(lengths[(int)documents[i]], (byte)(None - 1)));
        }

        return least[0] | ((uint)least[1] << 8) | ((uint)least[2] << 16) | ((uint)least[3] << 24);
    }
}
