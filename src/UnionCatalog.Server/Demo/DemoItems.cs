using System.Globalization;
using System.Net;
using System.Text;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Server.OaiProvider;

namespace UnionCatalog.Server.Demo;

/// <summary>
/// The items on an imagined library's page of a record, marked as SLiMS 9 marks them. Every fourth that was in when the library was
/// harvested was lent since, so that one sees what asking adds.
/// </summary>
internal static class DemoItems
{
    private const int LentOf = 4;
    private const int DaysOfLoan = 7;

    private static readonly Dictionary<string, MetadataFormat> Formats = new()
    {
        ["oai_dc"] = MetadataFormat.OaiDc, ["marcxml"] = MetadataFormat.MarcXml, ["marc21"] = MetadataFormat.MarcXml, ["mods"] = MetadataFormat.Mods,
    };

    public static string Draw(Member member, OaiItem item) =>
        item.Metadata.Where(format => Formats.ContainsKey(format.Key)).Select(format => (Formats[format.Key], format.Value)).FirstOrDefault() is (var format, { } text)
        && RecordReader.Read(format, Encoding.UTF8.GetBytes(text), member.Holdings) is RecordReading.Readable { Record: var record }
            ? string.Concat(record.Holdings.Select(holding => Draw(holding, item.Identifier)))
            : "";

    private static string Draw(Holding holding, string identifier)
    {
        var isLent = holding.Status is ItemStatus.OnLoan || (holding.Status is ItemStatus.Available or ItemStatus.Unknown && (holding.Barcode ?? identifier).Sum(letter => letter) % LentOf == 0);
        var (mark, words) = isLent ? ("item-onloan", $"Sedang dipinjam (kembali {DateTime.Today.AddDays(DaysOfLoan).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})")
            : holding.Status == ItemStatus.NotForLoan ? ("item-notforloan", "Tersedia namun tidak untuk dipinjamkan - Tandon")
            : holding.Status == ItemStatus.Missing ? ("item-notforloan", "Tersedia namun tidak untuk dipinjamkan - Hilang")
            : ("item-available", "Tersedia");
        return $"""
            <div class="row">
            <div><span>{WebUtility.HtmlEncode(holding.ShelfLocation)}</span> <small>{WebUtility.HtmlEncode(holding.CallNumber)}</small></div>
            <div>{WebUtility.HtmlEncode(holding.Barcode)}</div>
            <div><b class="availability-item {mark}">{words}</b></div>
            </div>
            """;
    }
}
