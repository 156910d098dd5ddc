using System.Text.RegularExpressions;
using UnionCatalog.Records;

namespace UnionCatalog.Search.KnownItems;

/// <summary>Finds the union's editions of a book that another catalogue names: rather none than another book.</summary>
/// <param name="catalog">The union.</param>
public sealed partial class KnownItemSearch(CatalogSearch catalog)
{
    /// <summary>Editions given at most: 10.</summary>
    public const int Most = 10;

    private const int Candidates = 20;

    // Beyond that a number was mistyped by a publisher, and says nothing by itself.
    private const int MostSharing = 4;
    private const int MostWords = 30;

    /// <summary>
    /// The editions with any of its numbers, of which none is called quite otherwise. Where there is none: those of the same title
    /// and author, but for those that have a number of their own when one was told.
    /// </summary>
    /// <exception cref="FullText.IndexDamagedException">See <see cref="CatalogSearch.Search(SearchRequest, CancellationToken)"/>.</exception>
    public IReadOnlyList<CatalogEntry> Find(KnownItem item, CancellationToken cancellation = default)
    {
        var book = new SureBook(item);
        var numbered = item.Numbers.Take(KnownItem.MostNumbers).SelectMany(number => FindNumber(number, book, cancellation)).DistinctBy(entry => entry.Id).Take(Most).ToList();
        return numbered.Count > 0 ? numbered : FindTitle(item, book, cancellation);
    }

    private IEnumerable<CatalogEntry> FindNumber(string number, SureBook book, CancellationToken cancellation)
    {
        var found = Ask(new SearchRequest { Fields = new Dictionary<SearchField, string> { [SearchField.Identifier] = number }, Size = Candidates }, cancellation);
        var alike = found.Where(entry => book.MayBeCalled(entry.Description.Title)).ToList();
        return alike.Count <= MostSharing ? alike : alike.Where(entry => book.IsCalled(entry.Description.Title));
    }

    private List<CatalogEntry> FindTitle(KnownItem item, SureBook book, CancellationToken cancellation)
    {
        if (!book.CanBeSure || SearchWords(item.BareTitle) is not { Length: > 0 } title || book.AuthorWord is not { } author)
        {
            return [];
        }

        var fields = new Dictionary<SearchField, string> { [SearchField.Title] = title, [SearchField.Author] = author };
        return
        [
            .. Ask(new SearchRequest { Fields = fields, Size = Candidates }, cancellation)
                .Where(entry => book.Is(entry.Description) && !HasOthers(entry.Description, item.Numbers)).Take(Most),
        ];
    }

    /// <summary>What the search widened, or had no time to look at whole, is not sure.</summary>
    private IReadOnlyList<CatalogEntry> Ask(SearchRequest request, CancellationToken cancellation) =>
        catalog.Search(request, cancellation) is { Widening: SearchWidening.None } result ? result.Entries : [];

    /// <summary>Three volumes of one title differ in their ISBN alone: a number of its own makes it another.</summary>
    private static bool HasOthers(BibRecord description, IReadOnlyList<string> numbers) =>
        numbers.Count > 0 && description.Identifiers.Any(identifier => identifier.IsValid && identifier.Kind is IdentifierKind.Isbn or IdentifierKind.Issn);

    /// <summary>The words of the title proper and nothing that the search box reads as an operator.</summary>
    private static string SearchWords(string title)
    {
        var proper = TitleEnd().Split(title, 2)[0];
        var words = Word().Matches(proper.Trim().Length == 0 ? title : proper).Select(match => match.Value.ToLowerInvariant());
        return string.Join(' ', words.Take(MostWords));
    }

    [GeneratedRegex(@"\s[:/=;]|[:;]\s|[(\[]", RegexOptions.CultureInvariant)]
    private static partial Regex TitleEnd();

    // Within a word hyphens and apostrophes stay: "al-Qur'an".
    [GeneratedRegex(@"[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[-'’](?=[\p{L}\p{N}]))*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
