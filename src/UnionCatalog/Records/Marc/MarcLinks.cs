using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>Links and the cover picture (MARC 856).</summary>
internal static partial class MarcLinks
{
    public static IReadOnlyList<RecordLink> Read(MarcRecord record) =>
    [
        .. (from field in record.Fields("856")
            where !IsCover(field)
            from text in field.All('u')
            let address = WebAddress.Find(text)
            where address is not null
            select ToLink(field, address)).Distinct(),
    ];

    public static Uri? FindCover(MarcRecord record) =>
        WebAddress.FindCover(record.Fields("856").Where(IsCover).SelectMany(field => field.All('u')));

    private static bool IsCover(MarcDataField field) => field.All('3', 'x', 'y', 'z').Any(text => CoverWord().IsMatch(text));

    // Second indicator 0: the resource itself. INLISLite writes that for the record's page in its catalogue too.
    private static RecordLink ToLink(MarcDataField field, Uri address)
    {
        var link = WebAddress.ToLink(address, Isbd.Strip(field['y'] ?? field['3'] ?? field['z']));
        return link.Kind == RecordLinkKind.Other && field.Indicator2 == '0' ? link with { Kind = RecordLinkKind.FullText } : link;
    }

    [GeneratedRegex(@"\b(?:cover(?: image)?|sampul|kulit buku)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CoverWord();
}
