using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.DublinCore;

/// <summary>
/// Sorts what a record has in dc:identifier, dc:relation and dc:source by its form: addresses, standard identifiers, the call
/// number.
/// </summary>
internal sealed class DublinCoreIdentifiers
{
    private readonly List<StandardIdentifier> standard = [];
    private readonly List<RecordLink> links = [];

    public IReadOnlyList<StandardIdentifier> Standard => standard;

    public IReadOnlyList<RecordLink> Links => links;

    public Uri? Cover { get; private set; }

    public string? CallNumber { get; private set; }

    /// <summary>Barcodes of items, where the mapping has them here.</summary>
    public IReadOnlyList<string> Barcodes { get; private set; } = [];

    public static DublinCoreIdentifiers Read(ElementTexts dc, HoldingsMapping mapping)
    {
        // SLiMS's oai2.php has elements of its own for the cover and the ISBN.
        var result = new DublinCoreIdentifiers { Cover = WebAddress.FindCover(dc.Texts("image")) };
        foreach (var isbn in dc.Texts("identifier_isbn"))
        {
            result.Add(UntypedIdentifier.ReadIsbnOrIssn(isbn));
        }

        var bare = dc.Texts("identifier").Where(text => !result.TryAddKnown(text)).ToList();

        // SLiMS's oai.php writes ISBN and call number alike, the call number last.
        if (mapping.CallNumberInIdentifier && bare.Count > 0)
        {
            result.CallNumber = bare[^1];
            bare.RemoveAt(bare.Count - 1);
        }

        if (mapping.BarcodesInIdentifier)
        {
            (result.Barcodes, bare) = (bare, []);
        }

        result.Add(bare.Select(text => new StandardIdentifier(IdentifierKind.Other, text, text, IsValid: true)));
        foreach (var text in dc.Texts("relation").Concat(dc.Texts("source")))
        {
            result.TryAddAddress(text);
        }

        return result;
    }

    /// <summary>Takes an address or a standard identifier; false for what is neither.</summary>
    private bool TryAddKnown(string text)
    {
        var known = UntypedIdentifier.Read(text);
        Add(known);
        return TryAddAddress(text) || known.Count > 0 || IsOtherAddress(text);
    }

    private bool TryAddAddress(string text)
    {
        if (WebAddress.Find(text) is not { } address)
        {
            return false;
        }

        if (WebAddress.IsPicture(address))
        {
            Cover ??= WebAddress.IsPlaceholder(address) ? null : address;
        }
        else if (links.TrueForAll(link => link.Address != address))
        {
            links.Add(WebAddress.ToLink(address));
        }

        return true;
    }

    private void Add(IEnumerable<StandardIdentifier> identifiers) => standard.AddRange(identifiers.Except(standard));

    /// <summary>What no one may be sent to, "javascript:" above all, and is no call number either.</summary>
    private static bool IsOtherAddress(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.StartsWith('/')
        || text.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
}
