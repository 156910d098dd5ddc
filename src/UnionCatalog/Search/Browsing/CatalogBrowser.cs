using System.Text;
using UnionCatalog.FullText;

namespace UnionCatalog.Search.Browsing;

/// <summary>Reads the alphabetical lists of the union's last committed index. Safe to use from several threads.</summary>
/// <param name="catalog">The union.</param>
public sealed class CatalogBrowser(CatalogSearch catalog)
{
    private const int MostSpellings = 10;

    /// <summary>First letters that are told; only lists in Chinese or Japanese have more.</summary>
    private const int MostLetters = 120;

    /// <summary>A page of a list.</summary>
    /// <exception cref="InvalidSearchException">The request is beyond a limit; the message says which part and which limit.</exception>
    /// <exception cref="IndexDamagedException">See <see cref="CatalogSearch.Search(SearchRequest, CancellationToken)"/>.</exception>
    public BrowsePage Browse(BrowseRequest request)
    {
        Check(request);
        return catalog.Read(snapshot =>
        {
            var terms = snapshot.Terms(BrowseTerm.FieldOf(request.List));
            return request.IsBackward ? Backward(request, terms) : Forward(request, terms);
        });
    }

    /// <summary>The first letters and digits that the headings of a list have, in its order; at most 120.</summary>
    /// <exception cref="IndexDamagedException">See <see cref="CatalogSearch.Search(SearchRequest, CancellationToken)"/>.</exception>
    public IReadOnlyList<string> Letters(BrowseList list) => catalog.Read<IReadOnlyList<string>>(snapshot =>
    {
        var terms = snapshot.Terms(BrowseTerm.FieldOf(list));
        var letters = new List<string>();
        var from = "";
        while (from is not null && letters.Count < MostLetters && terms.From(from).FirstOrDefault().Term is { } term)
        {
            Rune.DecodeFromUtf16(term, out var first, out _);
            letters.Add(first.ToString());
            from = After(first);
        }

        return letters;
    });

    private static BrowsePage Forward(BrowseRequest request, ITermList terms)
    {
        var place = request.Cursor is null ? FilingKey.Of(request.List, request.From) : null;
        var before = place is { Length: > 0 } ? Take(terms.Before(place), request.Neighbours, isBackward: true).Entries : [];
        var start = place ?? BrowseTerm.Behind(BrowseCursor.Read(request.Cursor!));
        var (from, isMore) = Take(terms.From(start), request.Size - before.Count, isBackward: false);
        List<Filed> entries = [.. before, .. from];
        var first = entries.Count > 0 ? entries[0].Key : start;
        return Page(request, entries) with
        {
            Place = place is { Length: > 0 } ? before.Count : null,
            IsExact = place is { Length: > 0 } && from.Count > 0 && from[0].Key == place,
            Previous = terms.Before(first).Any() ? BrowseCursor.Write(first) : null,
            Next = isMore ? BrowseCursor.Write(entries[^1].Key) : null,
        };
    }

    private static BrowsePage Backward(BrowseRequest request, ITermList terms)
    {
        var end = request.Cursor is { } cursor ? BrowseCursor.Read(cursor) : FilingKey.Of(request.List, request.From);
        var (entries, isMore) = Take(terms.Before(end.Length == 0 ? null : end), request.Size, isBackward: true);
        var isLast = entries.Count == 0 || !terms.From(BrowseTerm.Behind(entries[^1].Key)).Any();
        return Page(request, entries) with
        {
            Previous = isMore ? BrowseCursor.Write(entries[0].Key) : null,
            Next = isLast ? null : BrowseCursor.Write(entries[^1].Key),
        };
    }

    private static BrowsePage Page(BrowseRequest request, List<Filed> entries) => new(request, entries.ConvertAll(filed => filed.Entry));

    /// <summary>So many headings in the order of the list, and whether there is one more.</summary>
    private static (List<Filed> Entries, bool IsMore) Take(IEnumerable<TermCount> terms, int count, bool isBackward)
    {
        List<Filed> entries = [];
        var spellings = new List<TermCount>();
        var key = "";
        foreach (var term in terms)
        {
            var (its, heading) = BrowseTerm.Read(term.Term);
            if (spellings.Count > 0 && its != key)
            {
                entries.Add(File(key, spellings));
                spellings.Clear();
            }

            if (entries.Count == count)
            {
                return (InOrder(), IsMore: true);
            }

            key = its;
            spellings.Add(term with { Term = heading });
        }

        if (spellings.Count > 0)
        {
            entries.Add(File(key, spellings));
        }

        return (InOrder(), IsMore: false);

        List<Filed> InOrder()
        {
            if (isBackward)
            {
                entries.Reverse();
            }

            return entries;
        }
    }

    private static Filed File(string key, List<TermCount> spellings)
    {
        List<string> ranked = [.. spellings.OrderByDescending(spelling => spelling.Documents).ThenBy(spelling => spelling.Term, StringComparer.Ordinal)
            .Take(MostSpellings).Select(spelling => spelling.Term)];
        return new(key, new BrowseEntry(ranked[0], spellings.Sum(spelling => (long)spelling.Documents), ranked));
    }

    private static string? After(Rune letter)
    {
        var next = letter.Value + 1;
        // Behind the last before the surrogates comes the first behind them.
        return next > 0x10FFFF ? null : new Rune(next == 0xD800 ? 0xE000 : next).ToString();
    }

    private static void Check(BrowseRequest request)
    {
        Require(request.From.Length <= SearchRequest.MaximumTextLength, "from", $"at most {SearchRequest.MaximumTextLength} characters", SearchFault.TooLong, SearchRequest.MaximumTextLength);
        Require(request.Size is >= 1 and <= BrowseRequest.MaximumSize, "size", $"a page holds 1 to {BrowseRequest.MaximumSize} headings", SearchFault.PageSize, BrowseRequest.MaximumSize);
        Require(request.Neighbours >= 0 && request.Neighbours < request.Size, "neighbours", "fewer than a page holds");
    }

    private static void Require(bool holds, string field, string rule, SearchFault fault = SearchFault.Other, params object[] limits)
    {
        if (!holds)
        {
            throw new InvalidSearchException(field, $"{field}: {rule}.", fault, limits);
        }
    }

    private readonly record struct Filed(string Key, BrowseEntry Entry);
}
