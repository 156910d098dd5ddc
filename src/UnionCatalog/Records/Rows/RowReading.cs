using System.Text.Json;
using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Rows;

/// <summary>Reads one title of a library's table (see <see cref="RowDocument"/>) into a <see cref="BibRecord"/>.</summary>
internal static partial class RowReading
{
    private static readonly (RowField Field, string Role)[] Names =
    [
        (RowField.Author, "author"), (RowField.Translator, "translator"), (RowField.Editor, "editor"), (RowField.Illustrator, "illustrator"),
    ];

    /// <summary>Reads a record from its bytes.</summary>
    public static RecordReading Read(ReadOnlyMemory<byte> metadata)
    {
        try
        {
            return Read(RowDocument.Read(metadata));
        }
        catch (JsonException broken)
        {
            return new RecordReading.Unreadable(new(
                $"What is stored of the row is damaged: {broken.Message} Deliver the table again.", ByteOffset: broken.BytePositionInLine));
        }
    }

    /// <summary>Reads a record.</summary>
    public static RecordReading.Readable Read(RowDocument row)
    {
        var warnings = new List<string>();
        var title = ReadTitle(row, out var responsibility);
        var identifiers = RowNumbers.ReadIsbns(row.Fields.GetValueOrDefault(RowField.Isbn), warnings);
        var classification = Cell(row, RowField.Classification) ?? ClassInAudience(row);
        var call = row.Items.Select(item => RowCell.Read(item.Fields.GetValueOrDefault(RowField.CallNumber))).FirstOrDefault(text => text is not null);
        var dewey = RowNumbers.FindDewey(classification) ?? RowNumbers.FindDewey(call);
        var imprint = RowImprint.Read(Cell(row, RowField.Place), Cell(row, RowField.Publisher), Cell(row, RowField.Year));
        var series = Cell(row, RowField.Series);
        if (title.Proper.Length == 0)
        {
            warnings.Add(RowProblems.Say("no-title"));
        }

        var record = new BibRecord
        {
            ControlNumbers = [.. row.Items.Select(item => RowCell.Read(item.Fields.GetValueOrDefault(RowField.Id))).OfType<string>().Distinct().Select(id => new ControlNumber(id, null))],
            Identifiers = identifiers,
            Title = title,
            WorkTitles = WorkTitleTexts.Join(OriginalTitle(row), new[] { Cell(row, RowField.Note) }.OfType<string>()),
            Responsibility = responsibility,
            Contributors = Contributors(row, responsibility),
            Edition = Cell(row, RowField.Edition),
            Publications = imprint.Publications,
            Year = imprint.Year,
            Extent = Extent(Cell(row, RowField.Extent)),
            Series = series is null || IsNumber().IsMatch(series) ? [] : [ReadSeries(series)],
            Subjects = [.. RowCell.Split(row.Fields.GetValueOrDefault(RowField.Subject)).Distinct().Select(text => new Subject(text, null))],
            Classifications = Classifications(classification, dewey),
            Languages = [.. (Cell(row, RowField.Language) ?? "").Split(';', ',', '/').Select(LanguageCodes.Find).OfType<string>().Distinct()],
            Format = Format(row, identifiers),
            Audience = classification is not null && classification == Cell(row, RowField.Audience) ? null : Cell(row, RowField.Audience),
            Notes = [.. new[] { Cell(row, RowField.Note), series is not null && IsNumber().IsMatch(series) ? $"Seri {series}" : null }.OfType<string>()],
            Summary = Cell(row, RowField.Summary),
            Links = WebAddress.Find(Cell(row, RowField.Link)) is { } address ? [WebAddress.ToLink(address)] : [],
            Holdings = RowHoldings.Read(row.Items, ShelfNumber(classification)),
        };
        return new RecordReading.Readable(record, warnings);
    }

    private static Title ReadTitle(RowDocument row, out string? responsibility)
    {
        var (title, stated) = TitleStatement.Read(Cell(row, RowField.Title) ?? "");
        responsibility = Cell(row, RowField.Responsibility) ?? stated;
        var part = Cell(row, RowField.Volume) is { } volume ? (IsNumber().IsMatch(volume) ? $"Jilid {volume}" : volume) : SchoolYear(row, title);
        return title with { Remainder = Cell(row, RowField.Subtitle) ?? title.Remainder, PartNumber = title.PartNumber ?? part };
    }

    /// <summary>
    /// "Kelas X" as the part of a title that does not say it itself: schoolbooks of one title for several classes are
    /// several books.
    /// </summary>
    private static string? SchoolYear(RowDocument row, Title title) =>
        Cell(row, RowField.Audience) is { } audience
        && SchoolYearForm().Match(audience) is { Success: true } match
        && !SchoolYearInTitle().IsMatch($"{title.Proper} {title.Remainder}")
            ? $"Kelas {match.Groups["year"].Value.ToUpperInvariant()}"
            : null;

    /// <summary>A column headed "Kelas" holds the school year, or the class of the classification.</summary>
    private static string? ClassInAudience(RowDocument row) =>
        Cell(row, RowField.Audience) is { Length: >= 3 } text && RowNumbers.FindDewey(text) is not null ? text : null;

    private static List<Contributor> Contributors(RowDocument row, string? responsibility)
    {
        var names = Names.SelectMany(name => RowNames.Read(row.Fields.GetValueOrDefault(name.Field), name.Role)).ToList();
        if (Cell(row, RowField.Author) is null && responsibility is not null)
        {
            names.InsertRange(0, RowNames.Read(responsibility, "author"));
        }

        var main = names.FindIndex(name => name.Role == "author");
        if (main >= 0)
        {
            names[main] = names[main] with { IsMain = true };
        }

        return names;
    }

    private static WorkTitle[] OriginalTitle(RowDocument row) => Cell(row, RowField.OriginalTitle) is { } text
        ? [new WorkTitle(TitleStatement.Read(text).Title.Proper, WorkTitleKind.Original)]
        : [];

    private static Extent? Extent(string? text) => text is null
        ? null
        : DescriptionText.ReadExtent(IsNumber().IsMatch(text) ? $"{text} hlm." : text);

    private static SeriesStatement ReadSeries(string text)
    {
        var parts = text.Split(';', 2, StringSplitOptions.TrimEntries);
        return new SeriesStatement(parts[0], parts.ElementAtOrDefault(1));
    }

    private static Classification[] Classifications(string? classification, string? dewey) =>
        dewey is not null ? [new Classification(ClassificationScheme.Ddc, dewey)]
        : classification is not null ? [new Classification(ClassificationScheme.Local, classification)]
        : [];

    /// <summary>What stands on the spine where the table has no call numbers: the class, with the zeros that Excel took.</summary>
    private static string? ShelfNumber(string? classification) =>
        RowNumbers.FindDewey(classification) is { } dewey && DeweyAlone().IsMatch(classification!) ? dewey : classification;

    /// <summary>A table without a column for the kind of thing is a list of books.</summary>
    private static ResourceFormat Format(RowDocument row, IReadOnlyList<StandardIdentifier> identifiers)
    {
        var stated = Cell(row, RowField.Type);
        var found = FormatWords.Find(stated is null ? [] : [stated], identifiers);
        return found == ResourceFormat.Unknown && stated is null ? ResourceFormat.Book : found;
    }

    private static string? Cell(RowDocument row, RowField field) => RowCell.Read(row.Fields.GetValueOrDefault(field));

    [GeneratedRegex("^[0-9]{1,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex IsNumber();

    [GeneratedRegex("^[0-9]+(?:[.,][0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DeweyAlone();

    [GeneratedRegex(@"^(?:kelas|kls\.?)?\s*(?<year>[0-9]{1,2}|[ivx]{1,4})(?:\s|$|/)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SchoolYearForm();

    [GeneratedRegex(@"\b(?:kelas|kls|jilid)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SchoolYearInTitle();
}
