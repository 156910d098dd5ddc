using System.Xml.Linq;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Mods;

/// <summary>What a MODS record says of its publication (originInfo).</summary>
internal sealed record ModsOrigin(IReadOnlyList<Publication> Publications, int? Year, string? Edition, bool IsSerial)
{
    private static readonly string[] DateElements = ["dateIssued", "copyrightDate", "dateCreated"];

    /// <summary>Reads every originInfo of the record itself.</summary>
    public static ModsOrigin Read(XElement mods)
    {
        var origins = mods.Named("originInfo").ToList();
        return new(
            [.. origins.SelectMany(ReadPublications)],
            origins.SelectMany(Dates).OrderBy(date => date.Value("encoding") is null).Select(date => DescriptionText.FindYear(date.Text()!)).FirstOrDefault(year => year is not null),
            origins.SelectMany(origin => origin.Texts("edition")).FirstOrDefault(),
            origins.SelectMany(origin => origin.Texts("issuance")).Any(i => i is "serial" or "continuing"));
    }

    /// <summary>Places, publishers and dates go together in their order; a code of a place says nothing to a reader.</summary>
    private static IEnumerable<Publication> ReadPublications(XElement origin)
    {
        // SLiMS's search results have publisher and date inside place: hence descendants.
        var places = Descendants(origin, "placeTerm").Where(term => term.Value("type") != "code").Select(RecordXml.Text).OfType<string>().ToList();
        var publishers = Descendants(origin, "publisher").Select(RecordXml.Text).OfType<string>().ToList();
        var date = Dates(origin).OrderBy(d => d.Value("encoding") is not null).Select(RecordXml.Text).FirstOrDefault();
        for (var i = 0; i < Math.Max(Math.Max(places.Count, publishers.Count), date is null ? 0 : 1); i++)
        {
            var publication = new Publication(
                ImprintText.Stated(places.ElementAtOrDefault(i)), ImprintText.Stated(publishers.ElementAtOrDefault(i)), i == 0 ? date : null);
            if (publication is not { Place: null, Publisher: null, Date: null })
            {
                yield return publication;
            }
        }
    }

    /// <summary>The dates that are not empty, of issue first; never the end of a range.</summary>
    private static IEnumerable<XElement> Dates(XElement origin) => DateElements
        .SelectMany(name => Descendants(origin, name))
        .Where(date => date.Value("point") != "end" && date.Text() is not null);

    private static IEnumerable<XElement> Descendants(XElement origin, string localName) =>
        origin.Descendants().Where(e => e.Name.LocalName == localName);
}
