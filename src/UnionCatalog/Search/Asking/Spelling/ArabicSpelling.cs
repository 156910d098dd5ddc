namespace UnionCatalog.Search.Asking.Spelling;

/// <summary>Arabic words in one spelling, without the article and what is written together with it.</summary>
internal static class ArabicSpelling
{
    private const int ShortestRest = 3;

    /// <summary>After L. S. Larkey et al., "Light Stemming for Arabic Information Retrieval" (2007): the prefixes of their light10.</summary>
    private static readonly string[] Articles = ["وال", "بال", "كال", "فال", "ال", "لل"];

    /// <summary>The word.</summary>
    /// <param name="term">The folded word.</param>
    /// <param name="spelt">Room for as many letters.</param>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> term, Span<char> spelt)
    {
        foreach (var article in Articles)
        {
            if (term.StartsWith(article, StringComparison.Ordinal) && term.Length >= article.Length + ShortestRest)
            {
                term = term[article.Length..];
                break;
            }
        }

        for (var at = 0; at < term.Length; at++)
        {
            spelt[at] = term[at] switch { 'ة' => 'ه', 'ى' => 'ي', var letter => letter };
        }

        return spelt[..term.Length];
    }
}
