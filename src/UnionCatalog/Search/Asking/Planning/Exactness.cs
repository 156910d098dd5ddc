using UnionCatalog.FullText.Queries;

namespace UnionCatalog.Search.Asking.Planning;

/// <summary>
/// What makes an edition the very one: its title is what was typed, or begins so, or has the numbers where they were typed, or a part
/// of what was typed is its title and another its author. Each is a term of the index, so none costs more than a look.
/// </summary>
internal static class Exactness
{
    /// <summary>Beyond so many words only the whole is compared.</summary>
    private const int MostParts = 10;

    /// <summary>What makes a beginning of a title, which scores alike however rare it is, worth about what a rare term is.</summary>
    private const float OfUnfinished = 10;

    /// <summary>The queries that score it.</summary>
    /// <param name="titles">The words that may be of a title, in order.</param>
    /// <param name="names">The words that may be of a name, in order.</param>
    /// <param name="callNumber">What may be a call number whole; null: none.</param>
    /// <param name="isUnfinished">Whether the last word may not have been typed to its end.</param>
    public static IEnumerable<Query> Of(IReadOnlyList<AskedWord> titles, IReadOnlyList<AskedWord> names, string? callNumber, bool isUnfinished)
    {
        var spelt = titles.Select(word => word.InTitles).ToList();
        var spans = Spans(titles.Count).Select(span => (Share: Share(span, titles.Count), Text: ExactTerms.OfWords(spelt[span])));
        foreach (var (share, text) in spans.DistinctBy(span => span.Text))
        {
            yield return Boosted(new Query.Term(CatalogSchema.TitleWhole, text), share);
        }

        if (spelt.Count is > 0 and <= ExactTerms.MostWords)
        {
            var start = ExactTerms.OfWords(spelt);
            yield return isUnfinished
                ? new Query.Boost(new Query.Prefix(CatalogSchema.TitleStart, start), OfUnfinished)
                : new Query.Term(CatalogSchema.TitleStart, start);
        }

        foreach (var numbered in NumberedWords.Of(spelt).Distinct())
        {
            yield return new Query.Term(CatalogSchema.TitleNumber, numbered);
        }

        var named = names.Select(word => word.InNames).ToList();
        foreach (var name in Spans(names.Count).Where(span => Length(span, names.Count) > 1).Select(span => ExactTerms.OfNameWords(named[span])).Distinct())
        {
            yield return new Query.Term(CatalogSchema.AuthorWhole, name);
        }

        if (callNumber is not null)
        {
            yield return new Query.Term(CatalogSchema.Classification, callNumber);
        }
    }

    /// <summary>The whole, and every beginning and end.</summary>
    private static IEnumerable<Range> Spans(int count)
    {
        if (count == 0)
        {
            yield break;
        }

        yield return ..count;
        for (var length = count - 1; length > 0 && count <= MostParts; length--)
        {
            yield return ..length;
            yield return (count - length)..count;
        }
    }

    private static float Share(Range span, int count) => (float)Length(span, count) / count;

    private static int Length(Range span, int count) => span.GetOffsetAndLength(count).Length;

    private static Query Boosted(Query query, float factor) => factor == 1 ? query : new Query.Boost(query, factor);
}
