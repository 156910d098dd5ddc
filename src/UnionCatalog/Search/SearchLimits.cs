using UnionCatalog.FullText;

namespace UnionCatalog.Search;

/// <summary>What a search may ask for.</summary>
internal static class SearchLimits
{
    /// <summary>Values chosen from one facet.</summary>
    private const int FacetValues = 1_000;

    /// <summary>Words looked for at once: more than any title has.</summary>
    private const int Words = 50;

    public static void Check(SearchRequest request)
    {
        CheckText("q", request.Text);
        foreach (var (field, text) in request.Fields)
        {
            CheckText(NameOf(field), text);
        }

        foreach (var (facet, values) in request.Facets)
        {
            Require(values.Count <= FacetValues, NameOf(facet), $"at most {FacetValues} values may be given", SearchFault.TooManyValues, FacetValues);
        }

        Require(request.Page >= 1, "page", "pages count from 1", SearchFault.PageBelowFirst);
        Require(request.Size is >= 1 and <= SearchRequest.MaximumSize, "size", $"a page holds 1 to {SearchRequest.MaximumSize} results", SearchFault.PageSize, SearchRequest.MaximumSize);
        Require(
            (long)request.Page * request.Size <= SearchRequest.MaximumReach,
            "page",
            $"paging reaches the first {SearchRequest.MaximumReach} results; narrow the search to see others",
            SearchFault.PageTooFar,
            SearchRequest.MaximumReach);
        Require(request.After is null || request.Page == 1, "page", "a cursor takes the place of a page");
        Require(request.YearFrom is null || request.YearTo is null || request.YearFrom <= request.YearTo, "yearFrom", "the first year must not be after the last", SearchFault.YearsTurned);
    }

    /// <summary>Checks how many words were counted by the end of the search box.</summary>
    public static void CheckWords(string name, int words) =>
        Require(words <= Words, name, $"at most {Words} words are looked for at once; the rarest few find what you look for", SearchFault.TooManyWords, Words);

    /// <summary>Checks how many words were counted by the end of a field.</summary>
    public static void CheckWords(SearchField field, int words) => CheckWords(NameOf(field), words);

    /// <summary>Asks the index, and says in the reader's terms what goes beyond its limits: only very many words do.</summary>
    public static T Ask<T>(SearchRequest request, Func<T> search)
    {
        try
        {
            return search();
        }
        catch (InvalidCursorException)
        {
            throw WalkCursor.Unknown();
        }
        catch (IndexLimitException beyond)
        {
            var longest = request.Fields.Select(field => (Name: NameOf(field.Key), Text: field.Value))
                .Prepend((Name: "q", request.Text))
                .MaxBy(part => part.Text.Length)
                .Name;
            throw new InvalidSearchException(longest, $"{longest}: these are too many words to look for at once. {beyond.Message}", SearchFault.TooBroad);
        }
    }

    private static void CheckText(string name, string text) =>
        Require(text.Length <= SearchRequest.MaximumTextLength, name, $"at most {SearchRequest.MaximumTextLength} characters are searched for", SearchFault.TooLong, SearchRequest.MaximumTextLength);

    private static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static void Require(bool holds, string field, string rule, SearchFault fault = SearchFault.Other, params object[] limits)
    {
        if (!holds)
        {
            throw new InvalidSearchException(field, $"{field}: {rule}.", fault, limits);
        }
    }
}
