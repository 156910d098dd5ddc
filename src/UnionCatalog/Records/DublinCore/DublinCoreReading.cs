using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.DublinCore;

/// <summary>
/// Reads one Dublin Core record (OAI-PMH 2.0, section 4.1) into a <see cref="BibRecord"/>, with what SLiMS and INLISLite add
/// to it and mean by it. Elements that are empty or unknown are passed over.
/// </summary>
internal static class DublinCoreReading
{
    /// <summary>Reads a record from its bytes in UTF-8.</summary>
    public static RecordReading Read(ReadOnlyMemory<byte> metadata, HoldingsMapping mapping) => RecordXml.Read(
        metadata,
        "Dublin Core",
        name => name.EndsWith("dc", StringComparison.OrdinalIgnoreCase),
        element => Read(new ElementTexts(element), mapping));

    private static RecordReading.Readable Read(ElementTexts dc, HoldingsMapping mapping)
    {
        // One mapping tells SLiMS's use of the elements from everyone else's: there the source is the series, and the
        // coverage the place of publication.
        var isSlims = mapping.CallNumberInIdentifier;
        var identifiers = DublinCoreIdentifiers.Read(dc, mapping);
        var (title, responsibility) = TitleStatement.Read(dc.Texts("title").FirstOrDefault() ?? "");
        var date = Date(dc);
        var texts = DublinCoreTexts.Read(dc);
        var record = new BibRecord
        {
            Identifiers = identifiers.Standard,
            Title = title,
            WorkTitles = texts.WorkTitles,
            Responsibility = responsibility,
            Contributors = Contributors(dc),
            Edition = dc.Texts("hasVersion").FirstOrDefault(IsNoAddress) ?? texts.Edition,
            Publications = Publications(dc, isSlims ? dc.Texts("coverage").FirstOrDefault() : null, date),
            Year = date is null ? null : DescriptionText.FindYear(date),
            Extent = Extent(dc),
            Series = [.. dc.Texts("isPartOf").Concat(isSlims ? dc.Texts("source") : []).Where(IsNoAddress).Select(ReadSeries)],
            Subjects = [.. dc.Texts("subject").Where(s => DeweyNumber.Find(s) is null).Select(s => new Subject(s, null)).Distinct()],
            Classifications = [.. dc.Texts("subject").Select(DeweyNumber.Find).OfType<string>().Distinct()
                .Select(number => new Classification(ClassificationScheme.Ddc, number))],
            Languages = [.. dc.Texts("language").SelectMany(l => l.Split(';', ',', '/')).Select(LanguageCodes.Find).OfType<string>().Distinct()],
            Format = FormatWords.Find(FormatTexts(dc), identifiers.Standard),
            Carrier = dc.Texts("medium").Concat(dc.Texts("format")).FirstOrDefault(FormatWords.IsKnown),
            Audience = dc.Texts("audience").FirstOrDefault(),
            Notes = texts.Notes,
            Summary = texts.Summary,
            Contents = dc.Texts("tableOfContents").FirstOrDefault(),
            Links = identifiers.Links,
            Cover = identifiers.Cover,
            Holdings = Holdings(dc, mapping, identifiers),
        };
        return new RecordReading.Readable(record, title.Proper.Length > 0 ? [] : ["The record has no title (dc:title)."]);
    }

    /// <summary>The earliest date: repositories add the days of upload to the date of issue.</summary>
    private static string? Date(ElementTexts dc) => dc.Texts("date").Concat(dc.Texts("issued")).Concat(dc.Texts("publishYear"))
        .MinBy(text => DescriptionText.FindYear(text) ?? int.MaxValue);

    private static List<Contributor> Contributors(ElementTexts dc)
    {
        var names = dc.Texts("creator").Select(name => NameText.Read(name, "author"))
            .Concat(dc.Texts("contributor").Select(name => NameText.Read(name, role: null)))
            .ToList();
        if (dc.Texts("creator").Any())
        {
            names[0] = names[0] with { IsMain = true };
        }

        return names;
    }

    /// <summary>The place and the date go with the first publisher.</summary>
    private static List<Publication> Publications(ElementTexts dc, string? place, string? date)
    {
        place = ImprintText.Stated(place);
        var publishers = dc.Texts("publisher").Select(ImprintText.Stated).OfType<string>().ToList();
        if (publishers.Count == 0)
        {
            return place is null && date is null ? [] : [new Publication(place, null, date)];
        }

        return [.. publishers.Select((name, i) => i == 0 ? new Publication(place, name, date) : new Publication(null, name, null))];
    }

    /// <summary>dc:format is an extent, a media type ("application/pdf") or a size in bytes, according to who fills it in.</summary>
    private static Extent? Extent(ElementTexts dc) =>
        dc.Texts("extent")
            .Concat(dc.Texts("format").Where(f => !FormatWords.IsKnown(f) && f.Any(char.IsDigit) && f.Contains(' ', StringComparison.Ordinal)))
            .Concat(dc.Texts("format").Where(f => DescriptionText.ReadExtent(f).Pages is not null))
            .Select(DescriptionText.ReadExtent)
            .FirstOrDefault();

    private static IEnumerable<string> FormatTexts(ElementTexts dc) => dc.Texts("type").Concat(dc.Texts("medium")).Concat(dc.Texts("format"));

    private static SeriesStatement ReadSeries(string text)
    {
        var parts = text.Split(" ; ", 2);
        return new SeriesStatement(parts[0], parts.ElementAtOrDefault(1));
    }

    private static List<Holding> Holdings(ElementTexts dc, HoldingsMapping mapping, DublinCoreIdentifiers identifiers)
    {
        var (callNumber, parts) = (identifiers.CallNumber, mapping.BarcodesInHasPart ? dc.Texts("hasPart").Where(IsNoAddress) : []);
        var barcodes = parts.Concat(identifiers.Barcodes).Distinct().ToList();
        return barcodes.Count == 0
            ? [new Holding { CallNumber = callNumber }]
            : [.. barcodes.Select(barcode => new Holding { Barcode = barcode, CallNumber = callNumber })];
    }

    private static bool IsNoAddress(string text) => !text.Contains("://", StringComparison.Ordinal);
}
