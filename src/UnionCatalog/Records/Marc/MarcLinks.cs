using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Marc;

/// <summary>Links and the cover picture (MARC 856).</summary>
internal static partial class MarcLinks
{
    public static IReadOnlyList<RecordLink> Read(MarcRecord record) =>
        [.. All(record).Where(link => !link.IsCover).Select(link => new RecordLink(link.Address, link.Label, KindOf(link.Field, link.Address))).Distinct()];

    public static Uri? FindCover(MarcRecord record) => All(record).FirstOrDefault(link => link.IsCover).Address;

    private static IEnumerable<(MarcDataField Field, Uri Address, string? Label, bool IsCover)> All(MarcRecord record) =>
        from field in record.Fields("856")
        from text in field.All('u')
        let address = Uri.TryCreate(text, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" ? parsed : null
        where address is not null
        select (field, address, Isbd.Strip(field['y'] ?? field['3'] ?? field['z']), IsCover(field));

    private static bool IsCover(MarcDataField field) => field.All('3', 'x', 'y', 'z').Any(text => CoverWord().IsMatch(text));

    private static RecordLinkKind KindOf(MarcDataField field, Uri address) =>
        CatalogPage().IsMatch(address.PathAndQuery) ? RecordLinkKind.CatalogPage
        : field.Indicator2 == '0' ? RecordLinkKind.FullText
        : RecordLinkKind.Other;

    [GeneratedRegex(@"\b(?:cover(?: image)?|sampul|kulit buku)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CoverWord();

    /// <summary>A record's page in INLISLite, SLiMS or Koha, which some of them give as the resource itself.</summary>
    [GeneratedRegex(@"/detail-opac\?|[?&]p=show_detail\b|/opac-detail\.pl\?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CatalogPage();
}
