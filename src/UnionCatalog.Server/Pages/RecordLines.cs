using System.Globalization;
using UnionCatalog.Records;

namespace UnionCatalog.Server.Pages;

/// <summary>A description as lines of text.</summary>
internal static class RecordLines
{
    /// <summary>"Proper. Part number, part name : remainder", as catalogues write it (ISBD area 1).</summary>
    /// <remarks>The space before the colon does not break: no line of a heading begins with a colon.</remarks>
    public static string Title(BibRecord record, PageTexts texts)
    {
        var title = record.Title;
        if (title.Proper.Length == 0)
        {
            return texts["record.no-title"];
        }

        var part = string.Join(", ", new[] { title.PartNumber, title.PartName }.OfType<string>());
        return title.Proper + (part.Length > 0 ? $". {part}" : "") + (title.Remainder is { } rest ? $"\u00a0: {rest}" : "");
    }

    /// <summary>The statement of responsibility, or the names where there is none.</summary>
    public static string? By(BibRecord record) =>
        record.Contributors.Count > 0 ? string.Join(" ; ", record.Contributors.Take(3).Select(contributor => contributor.Name)) : record.Responsibility;

    /// <summary>Publisher, year, edition and format, as far as they are known.</summary>
    public static IEnumerable<string> Facts(BibRecord record, PageTexts texts)
    {
        string?[] facts =
        [
            record.Publications.Select(publication => publication.Publisher).FirstOrDefault(publisher => publisher is not null),
            record.Year?.ToString(CultureInfo.InvariantCulture),
            record.Edition,
            record.Format is ResourceFormat.Unknown or ResourceFormat.Book ? null : FormatName(record.Format, texts),
        ];
        return facts.OfType<string>();
    }

    public static string FormatName(ResourceFormat format, PageTexts texts) => texts["format." + format.ToString().ToLowerInvariant()];

    /// <summary>For whom it is, in the reader's language where it is one of the known levels.</summary>
    public static IEnumerable<string> Audience(BibRecord description, PageTexts texts) => description.AudienceLevels.Select(level => texts.Find("audience." + level, level));

    /// <summary>"Place : publisher, date" (ISBD area 4).</summary>
    public static string Publication(Publication publication)
    {
        var issued = string.Join(" : ", new[] { publication.Place, publication.Publisher }.OfType<string>());
        return publication.Date is not { } date ? issued : issued.Length > 0 ? $"{issued}, {date}" : date;
    }

    public static string Contributor(Contributor contributor, PageTexts texts) =>
        contributor.Name + Part(contributor, texts) + (contributor.OriginalScript is { } original ? $" / {original}" : "");

    /// <summary>What stands behind a name: when they lived, and what their part was; empty where neither is told.</summary>
    public static string Part(Contributor contributor, PageTexts texts) =>
        (contributor.Dates is { } dates ? $", {dates}" : "")
        + (contributor.Role is { } role and not "author" ? $" ({Roles(role, texts)})" : "");

    private static string Roles(string roles, PageTexts texts) =>
        string.Join(", ", roles.Split(Records.Contributor.RoleSeparator).Select(role => texts.Find("role." + role, role)));

    public static string Series(SeriesStatement series) =>
        series.Title + (series.Volume is { } volume ? $" ; {volume}" : "");

    public static string Identifier(StandardIdentifier identifier, PageTexts texts) =>
        (identifier.IsValid ? $"{identifier.Value}" : $"{identifier.Raw} ({texts["record.invalid"]})")
        + (identifier.Qualifier is { } qualifier ? $" ({qualifier})" : "");
}
