using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.Search;
using UnionCatalog.Search.KnownItems;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Pages;

namespace UnionCatalog.Server.Widget;

/// <summary>
/// The plain link from other catalogues' pages, for those whose policy forbids scripts. Templates fill it with whatever stands in the
/// record, so that it is read more leniently than the API: an ISSN where an ISBN is awaited, a hyphen for none, several with commas.
/// </summary>
internal static class FindEndpoint
{
    public const string Path = "/find";

    private static readonly string[] Numbers = ["isbn", "issn"];

    public static IResult Find(HttpContext http, KnownItemSearch items, CatalogSearch catalog)
    {
        if (http.Request.QueryString.Value?.Length > FindingEndpoints.MaximumQueryLength)
        {
            return PageEndpoints.Message(http, StatusCodes.Status400BadRequest, "search.invalid", "search.invalid.advice");
        }

        var query = http.Request.Query;
        var typed = Read(query, Numbers);
        var item = new KnownItem
        {
            Numbers = [.. KnownItem.ReadNumbers(typed).Take(KnownItem.MostNumbers)],
            Title = Read(query, "title"),
            Author = Read(query, "author"),
        };
        return items.Find(item) switch
        {
            [var only] => TypedResults.LocalRedirect($"/records/{only.Id}"),
            [_, ..] when item.Numbers.Count > 0 && item.Title.Length == 0 => ToSearch(item.Numbers[0]),
            _ => new[] { item.Words, item.BareTitle }.FirstOrDefault(words => words.Length > 0 && FindsAny(catalog, words, http.RequestAborted)) is { } words
                ? ToSearch(words)
                : Nothing(http, item.Words.Length > 0 ? item.Words : typed),
        };
    }

    private static bool FindsAny(CatalogSearch catalog, string words, CancellationToken cancellation)
    {
        try
        {
            return catalog.Search(new SearchRequest { Text = words, Size = 1 }, cancellation).Total > 0;
        }
        catch (InvalidSearchException)
        {
            // More words than are looked for at once: no book is called so.
            return false;
        }
    }

    private static RedirectHttpResult ToSearch(string words) => TypedResults.LocalRedirect("/search" + SearchAddress.Of(new SearchRequest { Text = words }));

    private static DrawnPage Nothing(HttpContext http, string words)
    {
        var page = PageEndpoints.Draw<FindPage>(http, new() { [nameof(FindPage.Words)] = words });
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }

    /// <summary>What a template writes for nothing is nothing.</summary>
    private static string Read(IQueryCollection query, params string[] names)
    {
        var text = string.Join(", ", names.SelectMany(name => query[name]).Where(value => !string.IsNullOrWhiteSpace(value) && value != "-"));
        return Cut(string.Concat(text.Where(letter => !char.IsControl(letter))).Trim(), KnownItem.MostLetters);
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
