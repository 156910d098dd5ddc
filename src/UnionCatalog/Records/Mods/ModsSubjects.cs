using System.Xml.Linq;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Mods;

/// <summary>Reads subject headings and classification numbers of a MODS record.</summary>
internal static class ModsSubjects
{
    /// <summary>The headings, subdivisions joined by " -- "; codes and coordinates are no headings.</summary>
    public static IReadOnlyList<Subject> ReadSubjects(XElement mods) =>
        [.. mods.Named("subject").Select(ReadSubject).OfType<Subject>().Distinct()];

    /// <summary>The numbers; one without a scheme is Dewey's when it has that form, as in SLiMS.</summary>
    public static IReadOnlyList<Classification> ReadClassifications(XElement mods) =>
        [.. mods.Named("classification").Select(ReadClassification).OfType<Classification>().Distinct()];

    private static Subject? ReadSubject(XElement subject)
    {
        var text = string.Join(" -- ", subject.Elements().Select(Part).Where(part => !string.IsNullOrEmpty(part)));
        return text.Length == 0 ? null : new Subject(text, Scheme(subject));
    }

    private static string? Part(XElement part) => part.Name.LocalName switch
    {
        "topic" or "geographic" or "temporal" or "genre" or "occupation" => part.Text(),
        "name" => string.Join(", ", part.Texts("namePart").Select(text => text.TrimEnd(',', ' '))),
        "titleInfo" => part.Texts("title").FirstOrDefault(),
        "hierarchicalGeographic" => string.Join(" -- ", part.Elements().Select(RecordXml.Text).OfType<string>()),
        _ => null,
    };

    private static string? Scheme(XElement subject) =>
        subject.Value("authority") ?? subject.Elements().Select(part => part.Value("authority")).FirstOrDefault(scheme => scheme is not null);

    private static Classification? ReadClassification(XElement classification)
    {
        if (classification.Text() is not { } text)
        {
            return null;
        }

        var dewey = DeweyNumber.Find(text);
        return classification.Value("authority")?.ToLowerInvariant() switch
        {
            "ddc" => new(ClassificationScheme.Ddc, dewey ?? text),
            "udc" => new(ClassificationScheme.Udc, text),
            "lcc" => new(ClassificationScheme.Lcc, text),
            null when dewey is not null => new(ClassificationScheme.Ddc, dewey),
            _ => new(ClassificationScheme.Local, text),
        };
    }
}
