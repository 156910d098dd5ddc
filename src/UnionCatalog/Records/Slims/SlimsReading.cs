using System.Text.Json;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Slims;

/// <summary>
/// Reads one biblio as the union catalogue upload of SLiMS sends it ("UCS", one JSON object in UTF-8) into a <see cref="BibRecord"/>.
/// It names no items: the library holds it under its call number, and no more is known.
/// </summary>
internal static class SlimsReading
{
    private const int MostBytes = 4 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>Reads a record from its bytes in UTF-8.</summary>
    public static RecordReading Read(ReadOnlyMemory<byte> metadata)
    {
        if (metadata.Length > MostBytes)
        {
            return Unreadable($"The record is {metadata.Length} bytes long; one record may have {MostBytes}. Look for a file or picture pasted into a field.");
        }

        try
        {
            using var json = JsonDocument.Parse(metadata, Options);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("title", out _)
                ? Read(json.RootElement)
                : Unreadable("This is no record as SLiMS's union catalogue upload sends it: it has no title. Ask the library to open and save the record in SLiMS.");
        }
        catch (JsonException e)
        {
            return Unreadable($"The record's JSON is damaged or cut short at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}. Ask the library to open and save the record in SLiMS.");
        }
        catch (InvalidOperationException)
        {
            // What the JSON reader says to a text it cannot give: half a surrogate pair, or bytes that are no UTF-8.
            return Unreadable("A text of the record holds half a character. Ask the library to open and save the record in SLiMS.");
        }
    }

    private static RecordReading.Readable Read(JsonElement biblio)
    {
        var (title, responsibility) = TitleStatement.Read(biblio.Text("title") ?? "");
        var identifiers = biblio.Texts("isbn_issn").SelectMany(UntypedIdentifier.ReadIsbnOrIssn).ToList();
        var notes = biblio.Texts("notes", "spec_detail_info").ToList();
        var record = new BibRecord
        {
            ControlNumbers = [.. biblio.Texts("biblio_id").Select(id => new ControlNumber(id, null))],
            Identifiers = identifiers,
            Title = title,
            WorkTitles = WorkTitleTexts.Join([], notes),
            Responsibility = responsibility,
            Contributors = SlimsNames.Read(biblio),
            Edition = biblio.Text("edition"),
            Publications = Publications(biblio),
            Year = biblio.Texts("publish_year").Select(DescriptionText.FindYear).FirstOrDefault(),
            Extent = biblio.Texts("collation").Select(DescriptionText.ReadExtent).FirstOrDefault(),
            Series = [.. biblio.Texts("series_title").Select(ReadSeries)],
            Subjects = [.. biblio.List("subjects").Select(ReadSubject).OfType<Subject>().Distinct()],
            Classifications = [.. biblio.Texts("classification").Select(ReadClassification)],
            Languages = [.. biblio.Texts("language_name", "language_id").Select(LanguageCodes.Find).OfType<string>().Take(1)],
            Format = Format(biblio, identifiers),
            Carrier = biblio.Text("gmd_name"),
            Notes = notes,

            // The cover is a file's name, which leads nowhere, unless a plug-in makes addresses of them.
            Cover = WebAddress.FindCover(biblio.Texts("image")),
            Holdings = [new Holding { CallNumber = biblio.Text("call_number") }],
        };
        return new RecordReading.Readable(record, title.Proper.Length > 0 ? [] : ["The record has no title."]);
    }

    private static Publication[] Publications(JsonElement biblio)
    {
        var publication = new Publication(
            ImprintText.Stated(biblio.Text("place_name")), ImprintText.Stated(biblio.Text("publisher_name")), biblio.Text("publish_year"));
        return publication is { Place: null, Publisher: null, Date: null } ? [] : [publication];
    }

    private static SeriesStatement ReadSeries(string text)
    {
        var parts = text.Split(" ; ", 2);
        return new SeriesStatement(parts[0], parts.ElementAtOrDefault(1));
    }

    private static Subject? ReadSubject(JsonElement subject) =>
        subject.Text("name") is { } name ? new Subject(name, subject.Text("auth_list")) : null;

    private static Classification ReadClassification(string text) => DeweyNumber.Find(text) is { } dewey
        ? new(ClassificationScheme.Ddc, dewey)
        : new(ClassificationScheme.Local, text);

    /// <summary>A frequency makes a serial, unless an ISBN says that it was set by mistake.</summary>
    private static ResourceFormat Format(JsonElement biblio, IReadOnlyList<StandardIdentifier> identifiers)
    {
        var isSerial = biblio.Text("frequency") is not null && !identifiers.Any(i => i is { Kind: IdentifierKind.Isbn, IsValid: true });
        var words = biblio.Texts("gmd_name");
        return FormatWords.Find(isSerial ? words.Prepend("serial") : words, identifiers);
    }

    private static RecordReading.Unreadable Unreadable(string reason) => new(new RecordError(reason));
}
