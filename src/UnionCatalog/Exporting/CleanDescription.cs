using UnionCatalog.Records;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Exporting;

/// <summary>
/// A description without anything that no form can carry. Readers of records clean what they read; what was stored before they did, or
/// comes by another way, is cleaned here once more, and for every form alike.
/// </summary>
internal static class CleanDescription
{
    public static BibRecord Of(BibRecord record) => new()
    {
        ControlNumbers = [.. record.ControlNumbers.Where(number => Text(number.Number) is not null).Select(number => new ControlNumber(Text(number.Number)!, Text(number.Agency)))],
        Identifiers = [.. record.Identifiers.Where(id => Text(id.Value) is not null).Select(Of)],
        Title = Of(record.Title),
        WorkTitles = [.. record.WorkTitles.Where(title => Text(title.Text) is not null).Select(title => title with { Text = Text(title.Text)! })],
        Responsibility = Text(record.Responsibility),
        Contributors = [.. record.Contributors.Where(one => Text(one.Name) is not null).Select(Of)],
        Edition = Text(record.Edition),
        Publications = [.. record.Publications.Select(one => new Publication(Text(one.Place), Text(one.Publisher), Text(one.Date))).Where(one => one is not { Place: null, Publisher: null, Date: null })],
        Year = record.Year,
        Extent = Text(record.Extent?.Text) is { } extent ? new Extent(extent, record.Extent!.Pages) : null,
        Series = [.. record.Series.Where(one => Text(one.Title) is not null).Select(one => new SeriesStatement(Text(one.Title)!, Text(one.Volume)) { Issn = Text(one.Issn) })],
        Subjects = [.. record.Subjects.Where(one => Text(one.Text) is not null).Select(one => new Subject(Text(one.Text)!, Text(one.Scheme)))],
        Classifications = [.. record.Classifications.Where(one => Text(one.Number) is not null).Select(one => one with { Number = Text(one.Number)! })],
        Languages = [.. record.Languages.Where(IsLanguage)],
        Format = record.Format,
        Carrier = Text(record.Carrier),
        Audience = Text(record.Audience),
        Notes = All(record.Notes),
        Summary = Text(record.Summary),
        Contents = Text(record.Contents),
        Links = [.. record.Links.Where(link => IsWeb(link.Address)).Select(link => link with { Label = Text(link.Label) })],
        Cover = record.Cover is { } cover && IsWeb(cover) ? cover : null,
        Holdings = [],
    };

    /// <summary>The clean texts, those that are empty left out.</summary>
    public static IReadOnlyList<string> All(IEnumerable<string> texts) => [.. texts.Select(Text).OfType<string>()];

    private static Title Of(Title title)
    {
        var proper = Text(title.Proper) ?? "";
        return new(proper)
        {
            Remainder = Text(title.Remainder),
            PartNumber = Text(title.PartNumber),
            PartName = Text(title.PartName),
            Parallel = Text(title.Parallel),
            OriginalScript = Text(title.OriginalScript),
            NonFiling = Skips(proper, title.NonFiling) ? title.NonFiling : 0,
        };
    }

    /// <summary>An initial article ends before the title does, and within no character.</summary>
    private static bool Skips(string proper, int characters) => characters is > 0 and <= 9 && characters < proper.Length && !char.IsLowSurrogate(proper[characters]);

    private static Contributor Of(Contributor one) => one with
    {
        Name = Text(one.Name)!, Role = Text(one.Role), Dates = Text(one.Dates), OriginalScript = Text(one.OriginalScript),
    };

    private static StandardIdentifier Of(StandardIdentifier id) => id with { Value = Text(id.Value)!, Raw = Text(id.Raw) ?? "", Qualifier = Text(id.Qualifier) };

    private static bool IsLanguage(string code) => code.Length == 3 && code.All(char.IsAsciiLetterLower);

    private static bool IsWeb(Uri address) => address.IsAbsoluteUri && address.Scheme is "http" or "https";

    private static string? Text(string? text) => DescriptionText.Clean(text);
}
