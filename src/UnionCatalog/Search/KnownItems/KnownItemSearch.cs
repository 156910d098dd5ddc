using System.Text.RegularExpressions;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Search.KnownItems;

/// <summary>Finds the union's editions of a book that another catalogue names: rather none than another book.</summary>
/// <param name="catalog">The union.</param>
public sealed partial class KnownItemSearch(CatalogSearch catalog)
{
    /// <summary>Editions given at most: 10.</summary>
    public const int Most = 10;

    /// <summary>Editions of one title, or with one number, that are looked at.</summary>
    private const int Candidates = 60;

    // Beyond that a number was mistyped by a publisher, and says nothing by itself.
    private const int MostSharing = 4;

    /// <summary>
    /// The editions with any of its numbers, of which none is called quite otherwise. Where there is none: those of the same title
    /// and author, but for those that have a number of their own when one was told.
    /// </summary>
    /// <exception cref="FullText.IndexDamagedException">See <see cref="CatalogSearch.Search(SearchRequest, CancellationToken)"/>.</exception>
    public IReadOnlyList<CatalogEntry> Find(KnownItem item)
    {
        var book = new SureBook(item);
        var numbered = item.Numbers.Take(KnownItem.MostNumbers).SelectMany(number => FindNumber(number, book)).DistinctBy(entry => entry.Id).Take(Most).ToList();
        return numbered.Count > 0 || !book.CanBeSure ? numbered : FindTitle(item, book);
    }

    private IEnumerable<CatalogEntry> FindNumber(string number, SureBook book)
    {
        var alike = Named(number).Where(entry => book.MayBeCalled(entry.Description.Title)).ToList();
        return alike.Count <= MostSharing ? alike : alike.Where(entry => book.IsCalled(entry.Description.Title));
    }

    private IReadOnlyList<CatalogEntry> FindTitle(KnownItem item, SureBook book) =>
    [
        .. new[] { item.BareTitle, TitleEnd().Split(item.BareTitle, 2)[0] }.Where(title => title.Length > 0).Distinct()
            .SelectMany(Named).DistinctBy(entry => entry.Id)
            .Where(entry => book.Is(entry.Description) && !HasOthers(entry.Description, item.Numbers)).Take(Most),
    ];

    private IEnumerable<CatalogEntry> Named(string titleOrNumber) =>
        catalog.FindNamed(titleOrNumber).Take(Candidates).Select(id => catalog.Find(new ClusterId(id))).OfType<CatalogEntry>();

    /// <summary>Three volumes of one title differ in their ISBN alone: a number of its own, mistyped or not, makes it another.</summary>
    private static bool HasOthers(BibRecord description, IReadOnlyList<string> numbers) =>
        numbers.Count > 0 && description.Identifiers.Any(identifier => identifier.Kind is IdentifierKind.Isbn or IdentifierKind.Issn);

    /// <summary>Where the title proper ends: "Hatta: jejak yang melampaui zaman", "Kamus (edisi saku)".</summary>
    [GeneratedRegex(@"\s[:/=;]|[:;]\s|[(\[]", RegexOptions.CultureInvariant)]
    private static partial Regex TitleEnd();
}
