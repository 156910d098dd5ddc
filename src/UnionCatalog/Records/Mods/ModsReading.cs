using System.Xml.Linq;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Mods;

/// <summary>
/// Reads one MODS 3 record (http://www.loc.gov/mods/v3) into a <see cref="BibRecord"/>, SLiMS's way of writing it included.
/// </summary>
internal static class ModsReading
{
    /// <summary>Reads a record from its bytes in UTF-8.</summary>
    public static RecordReading Read(ReadOnlyMemory<byte> metadata) => RecordXml.Read(metadata, "MODS", name => name == "mods", Read);

    private static RecordReading.Readable Read(XElement mods)
    {
        var titles = ModsTitles.Read(mods);
        var origin = ModsOrigin.Read(mods);
        var identifiers = ModsIdentifiers.Read(mods);
        var physical = mods.Named("physicalDescription").ToList();
        var abstracts = mods.Texts("abstract").ToList();
        var notes = mods.Named("note").Where(note => !IsResponsibility(note)).Select(RecordXml.Text).OfType<string>().ToList();
        var record = new BibRecord
        {
            ControlNumbers = identifiers.ControlNumbers,
            Identifiers = identifiers.Standard,
            Title = titles.Title,
            WorkTitles = ModsWorkTitles.Read(mods, titles, notes),
            Responsibility = mods.Named("note").Where(IsResponsibility).Select(RecordXml.Text).FirstOrDefault(t => t is not null) ?? titles.Responsibility,
            Contributors = ModsNames.Read(mods),
            Edition = origin.Edition,
            Publications = origin.Publications,
            Year = origin.Year,
            Extent = physical.SelectMany(p => p.Texts("extent")).Select(DescriptionText.ReadExtent).FirstOrDefault(),
            Series = [.. mods.Named("relatedItem").Where(item => item.Value("type") == "series").Select(ReadSeries).OfType<SeriesStatement>()],
            Subjects = ModsSubjects.ReadSubjects(mods),
            Classifications = ModsSubjects.ReadClassifications(mods),
            Languages = Languages(mods),
            Format = Format(mods, origin.IsSerial, identifiers.Standard),
            Carrier = Forms(mods).FirstOrDefault(),
            Audience = mods.Texts("targetAudience").FirstOrDefault(),
            Notes = [.. notes, .. abstracts.Skip(1), .. titles.Others],
            Summary = abstracts.FirstOrDefault(),
            Contents = mods.Texts("tableOfContents").FirstOrDefault(),
            Links = identifiers.Links,
            Cover = identifiers.Cover,
            Holdings = ModsHoldings.Read(mods),
        };
        return new RecordReading.Readable(record, Warnings(mods, record));
    }

    private static List<string> Warnings(XElement mods, BibRecord record)
    {
        List<string> warnings = [];
        if (record.Title.Proper.Length == 0)
        {
            warnings.Add("The record has no title (titleInfo).");
        }

        if (mods.Parent.Named("mods").Skip(1).Any())
        {
            warnings.Add("Several records came as one; only the first was read.");
        }

        return warnings;
    }

    private static bool IsResponsibility(XElement note) => note.Value("type") is "statement of responsibility" or "statementOfResponsibility";

    private static SeriesStatement? ReadSeries(XElement item)
    {
        var info = item.Named("titleInfo").FirstOrDefault();
        var issn = item.Named("identifier").Where(i => i.Value("type") == "issn").Select(RecordXml.Text).OfType<string>()
            .SelectMany(IdentifierParser.ReadIssns).FirstOrDefault(i => i.IsValid);
        return info.Texts("title").FirstOrDefault() is { } title
            ? new SeriesStatement(TitleStatement.TrimEnd(title), info.Texts("partNumber").FirstOrDefault()) { Issn = issn?.Value }
            : null;
    }

    /// <summary>The languages of the text; those of a part, such as the summary, only where there are no others.</summary>
    private static List<string> Languages(XElement mods)
    {
        var languages = mods.Named("language").ToList();
        var main = languages.FindAll(language => language.Value("objectPart") is null);
        return [.. (main.Count > 0 ? main : languages).SelectMany(l => l.Texts("languageTerm")).Select(LanguageCodes.Find).OfType<string>().Distinct()];
    }

    /// <summary>The form before genre and typeOfResource: SLiMS fills these two in alike for every record.</summary>
    private static ResourceFormat Format(XElement mods, bool isSerial, IReadOnlyList<StandardIdentifier> identifiers)
    {
        var words = Forms(mods).Concat(mods.Texts("genre")).Concat(mods.Texts("typeOfResource"));
        return FormatWords.Find(isSerial ? words.Prepend("serial") : words, identifiers);
    }

    /// <summary>The forms: the carrier by RDA first, then the general material designation, then the others.</summary>
    private static IEnumerable<string> Forms(XElement mods) => mods.Named("physicalDescription")
        .SelectMany(p => p.Named("form"))
        .OrderBy(form => form.Value("authority") switch { "rdacarrier" => 0, "gmd" => 1, _ => 2 })
        .Select(RecordXml.Text)
        .OfType<string>();
}
