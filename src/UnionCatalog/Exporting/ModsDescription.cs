using System.Globalization;
using System.Xml;
using UnionCatalog.Records;

namespace UnionCatalog.Exporting;

/// <summary>Titles, names, imprint, contents, subjects and numbers in MODS.</summary>
internal static class ModsDescription
{
    public static void Write(XmlWriter xml, ExportedEdition edition)
    {
        var description = edition.Description;
        WriteTitles(xml, description);
        foreach (var one in description.Contributors)
        {
            WriteName(xml, one, one == description.Contributors.FirstOrDefault(contributor => contributor.IsMain));
        }

        WriteKind(xml, description.Format);
        WriteOrigins(xml, description);
        foreach (var language in description.Languages)
        {
            xml.Group("language", () => xml.Text("languageTerm", language, ("type", "code"), ("authority", "iso639-2b")));
        }

        if (description.Extent is { } extent)
        {
            xml.Group("physicalDescription", () => xml.Text("extent", extent.Text));
        }

        WriteTexts(xml, description);
        WriteSubjects(xml, description);
        WriteRelated(xml, description);
        WriteIdentifiers(xml, description);
    }

    private static void WriteTitles(XmlWriter xml, BibRecord description)
    {
        var title = description.Title;
        var proper = title.Proper.Length > 0 ? title.Proper : TitleLine.None;
        var skipped = title.NonFiling;
        xml.Group("titleInfo", () =>
        {
            xml.Text("nonSort", skipped > 0 ? proper[..skipped].TrimEnd() : null);
            xml.Text("title", proper[skipped..]);
            xml.Text("subTitle", title.Remainder);
            xml.Text("partNumber", title.PartNumber);
            xml.Text("partName", title.PartName);
        }, ("usage", "primary"));
        WriteTitle(xml, title.Parallel, "translated");
        WriteTitle(xml, title.OriginalScript, "alternative");
        foreach (var work in description.WorkTitles.Where(work => work.Kind != WorkTitleKind.Original))
        {
            WriteTitle(xml, work.Text, "uniform");
        }
    }

    private static void WriteTitle(XmlWriter xml, string? title, string type)
    {
        if (title is not null)
        {
            xml.Group("titleInfo", () => xml.Text("title", title), ("type", type));
        }
    }

    private static void WriteName(XmlWriter xml, Contributor one, bool isMain)
    {
        var type = one.Kind switch
        {
            ContributorKind.Corporate => "corporate",
            ContributorKind.Meeting => "conference",
            _ => "personal",
        };
        xml.Group("name", () =>
        {
            xml.Text("namePart", one.Name);
            xml.Text("namePart", one.Dates, ("type", "date"));
            foreach (var role in one.Role?.Split(Contributor.RoleSeparator) ?? [])
            {
                xml.Group("role", () => xml.Text("roleTerm", role, ("type", "text"), ("authority", "marcrelator")));
            }
        }, ("type", type), ("usage", isMain ? "primary" : null));
    }

    private static void WriteKind(XmlWriter xml, ResourceFormat format)
    {
        var kind = KindWords.Of(format);
        xml.Text("typeOfResource", kind.ModsType);
        xml.Text("genre", kind.Genre);
    }

    private static void WriteOrigins(XmlWriter xml, BibRecord description)
    {
        var year = description.Year?.ToString(CultureInfo.InvariantCulture);
        foreach (var (index, publication) in description.Publications.DefaultIfEmpty(new Publication(null, null, null)).Index())
        {
            var isFirst = index == 0;
            if (!isFirst || year is not null || publication is not { Place: null, Publisher: null, Date: null } || description.Edition is not null)
            {
                xml.Group("originInfo", () => WriteOrigin(xml, publication, isFirst ? year : null, isFirst ? description : null));
            }
        }
    }

    private static void WriteOrigin(XmlWriter xml, Publication publication, string? year, BibRecord? description)
    {
        if (publication.Place is { } place)
        {
            xml.Group("place", () => xml.Text("placeTerm", place, ("type", "text")));
        }

        xml.Text("publisher", publication.Publisher);
        xml.Text("dateIssued", publication.Date);
        xml.Text("dateIssued", year, ("encoding", "marc"));
        xml.Text("edition", description?.Edition);
        xml.Text("issuance", description is null ? null : description.Format == ResourceFormat.Serial ? "serial" : "monographic");
    }

    private static void WriteTexts(XmlWriter xml, BibRecord description)
    {
        xml.Text("abstract", description.Summary);
        xml.Text("tableOfContents", description.Contents);
        xml.Text("targetAudience", description.Audience);
        xml.Text("note", description.Responsibility, ("type", "statement of responsibility"));
        foreach (var note in description.Notes)
        {
            xml.Text("note", note);
        }
    }

    private static void WriteSubjects(XmlWriter xml, BibRecord description)
    {
        foreach (var subject in description.Subjects)
        {
            xml.Group("subject", () =>
            {
                foreach (var part in subject.Text.Split(" -- "))
                {
                    xml.Text("topic", part);
                }
            }, ("authority", subject.Scheme));
        }

        foreach (var number in description.Classifications)
        {
            var scheme = number.Scheme == ClassificationScheme.Local ? "local" : number.Scheme.ToString().ToLowerInvariant();
            xml.Text("classification", number.Number, ("authority", scheme));
        }
    }

    private static void WriteRelated(XmlWriter xml, BibRecord description)
    {
        foreach (var series in description.Series)
        {
            xml.Group("relatedItem", () =>
            {
                xml.Group("titleInfo", () =>
                {
                    xml.Text("title", series.Title);
                    xml.Text("partNumber", series.Volume);
                });
                xml.Text("identifier", series.Issn, ("type", "issn"));
            }, ("type", "series"));
        }

        foreach (var work in description.WorkTitles.Where(work => work.Kind == WorkTitleKind.Original))
        {
            xml.Group("relatedItem", () => xml.Group("titleInfo", () => xml.Text("title", work.Text)), ("type", "original"));
        }
    }

    private static void WriteIdentifiers(XmlWriter xml, BibRecord description)
    {
        foreach (var identifier in description.Identifiers)
        {
            var type = identifier.Kind == IdentifierKind.Other ? "local" : identifier.Kind.ToString().ToLowerInvariant();
            xml.Text("identifier", identifier.IsValid ? identifier.Value : identifier.Raw, ("type", type), ("invalid", identifier.IsValid ? null : "yes"));
        }
    }
}
