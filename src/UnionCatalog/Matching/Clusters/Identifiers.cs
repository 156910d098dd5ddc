using UnionCatalog.Matching.Candidates;

namespace UnionCatalog.Matching.Clusters;

/// <summary>The identifiers among the blocks: a crowded one with many titles is not believed.</summary>
internal static class Identifiers
{
    private const int TitleLetters = 8;

    /// <summary>Whether a block is of what shares an identifier.</summary>
    public static bool Has(BlockFamily family) => family is BlockFamily.Isbn or BlockFamily.Issn or BlockFamily.Number;

    /// <summary>The identifier of a block, as a record in it has it; null when it has none such.</summary>
    public static string? Find(BlockKey block, MatchFeatures features) =>
        Of(block.Family, features).FirstOrDefault(identifier => BlockHash.Of(block.Family, identifier) == block.Hash);

    /// <summary>
    /// What a title is told apart by from others under one identifier: only its beginning, so that the slips of many hands do
    /// not make many titles of one.
    /// </summary>
    public static long TitleOf(MatchFeatures features) =>
        BlockHash.Of(BlockFamily.TitleAndYear, features.Title.Whole.AsSpan(0, Math.Min(TitleLetters, features.Title.Whole.Length)));

    private static IReadOnlyList<string> Of(BlockFamily family, MatchFeatures features) => family switch
    {
        BlockFamily.Isbn => features.Isbns,
        BlockFamily.Issn => features.Issns,
        BlockFamily.Number => features.Numbers,
        _ => [],
    };
}
