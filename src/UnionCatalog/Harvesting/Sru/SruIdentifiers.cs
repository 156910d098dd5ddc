using System.Xml.Linq;
using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Harvesting.Sru;

/// <summary>
/// By what a record is recognised the next time. SRU, which is made for searching, need not say, so the record itself is asked.
/// </summary>
internal static class SruIdentifiers
{
    /// <summary>
    /// recordIdentifier where the server gives one; else the control number (MARC 001, with 003 where there is one, MODS
    /// recordIdentifier), or dc:identifier. Null for a record that has none.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="format">Its format.</param>
    public static string? Find(SruRecord record, MetadataFormat format) => record switch
    {
        { Identifier: { } given } => given,
        { Metadata: { IsCut: false } metadata } => format switch
        {
            MetadataFormat.MarcXml => Marc(metadata),
            MetadataFormat.Mods => Load(metadata).DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == "mods")
                .Named("recordInfo").SelectMany(info => info.Texts("recordIdentifier")).FirstOrDefault(),
            _ => Load(metadata).Texts("identifier").OrderBy(Rank).FirstOrDefault(),
        },
        _ => null,
    };

    /// <summary>Written as field 035 writes it: numbers of two agencies may be the same.</summary>
    private static string? Marc(OaiMetadata metadata)
    {
        var record = MarcXml.Read(metadata.Bytes.Span, [], out _);
        return (Trimmed(record?.Control("003")), Trimmed(record?.Control("001"))) switch
        {
            (_, null) => null,
            (null, var number) => number,
            var (agency, number) => $"({agency}){number}",
        };
    }

    /// <summary>The record's address before its number, and both before what names the edition (ISBN) or is but its picture.</summary>
    private static int Rank(string identifier) =>
        WebAddress.Find(identifier) is { } address ? (WebAddress.IsPicture(address) ? 3 : 0)
        : UntypedIdentifier.Read(identifier).Count > 0 ? 2
        : 1;

    private static XElement Load(OaiMetadata metadata) => XElement.Load(new MemoryStream(metadata.Bytes.ToArray(), writable: false));

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
