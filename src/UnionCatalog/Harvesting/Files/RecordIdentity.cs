using System.Security.Cryptography;
using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Harvesting.Files;

/// <summary>
/// What a record of a file is known by from one delivery to the next: MARC 001, with 003 before it where there is one; MODS
/// recordIdentifier. Where there is none, a digest of what describes the edition (title, names, edition, imprint, standard
/// numbers): a record whose description is corrected is then one gone and one new, and all others stay.
/// </summary>
internal static class RecordIdentity
{
    /// <summary>The identifier of a record in ISO 2709.</summary>
    public static string OfIso2709(ReadOnlySpan<byte> bytes, BibRecord record) => OfMarc(Iso2709.Read(bytes, [], out _)) ?? DigestOf(record);

    /// <summary>The identifier of a record in XML.</summary>
    public static string OfXml(MetadataFormat format, ReadOnlySpan<byte> bytes, BibRecord record) => format switch
    {
        MetadataFormat.MarcXml => OfMarc(MarcXml.Read(bytes, [], out _)),
        MetadataFormat.Mods => record.ControlNumbers is [var number, ..] ? $"{(number.Agency is null ? "" : $"({number.Agency})")}{number.Number}" : null,
        _ => null,
    } ?? DigestOf(record);

    private static string? OfMarc(MarcRecord? record) =>
        record?.Control("001")?.Trim() is not { Length: > 0 } number ? null
        : record.Control("003")?.Trim() is { Length: > 0 } agency ? $"({agency}){number}"
        : number;

    private static string DigestOf(BibRecord record)
    {
        string?[] parts =
        [
            record.Title.Proper, record.Title.Remainder, record.Title.PartNumber, record.Title.PartName, record.Responsibility, record.Edition,
            .. record.Contributors.Select(name => name.Name),
            .. record.Publications.SelectMany(publication => new[] { publication.Place, publication.Publisher, publication.Date }),
            .. record.Identifiers.Select(identifier => identifier.Value),
        ];
        return $"digest:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16))}";
    }
}
