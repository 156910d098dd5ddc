using System.Globalization;
using System.Xml;
using UnionCatalog.Records;

namespace UnionCatalog.Exporting;

/// <summary>Unqualified Dublin Core in the container of OAI-PMH (section 4.1): the least that everyone understands.</summary>
internal sealed class DublinCoreForm : ExportForm
{
    private const string Container = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    private const string Elements = "http://purl.org/dc/elements/1.1/";

    public override string Name => "dc";

    public override string Title => "Dublin Core";

    /// <summary>No type is registered for it; this is the one in use.</summary>
    public override string MediaType => "application/dc+xml";

    public override string Ending => "dc";

    public override byte[] Write(ExportedEdition edition) => XmlExport.Write(xml => WriteRecord(xml, edition));

    /// <summary>Neither Dublin Core nor OAI-PMH has an element for several records outside of a reply: "records" in no namespace.</summary>
    public override byte[] WriteAll(IReadOnlyList<ExportedEdition> editions) => XmlExport.Write(xml =>
    {
        xml.WriteStartElement("records", "");
        foreach (var edition in editions)
        {
            WriteRecord(xml, edition);
        }

        xml.WriteEndElement();
    });

    private static void WriteRecord(XmlWriter xml, ExportedEdition edition)
    {
        xml.WriteStartElement("oai_dc", "dc", Container);
        xml.WriteAttributeString("xmlns", "dc", null, Elements);
        foreach (var (name, value) in Values(edition))
        {
            if (value is not null)
            {
                xml.WriteElementString("dc", name, Elements, value);
            }
        }

        xml.WriteEndElement();
    }

    private static IEnumerable<(string Name, string? Value)> Values(ExportedEdition edition)
    {
        var description = edition.Description;
        var credits = Credits.Of(description);
        var kind = KindWords.Of(description.Format);
        return
        [
            ("title", TitleLine.Of(description.Title, " : ")),
            .. credits.Authors.Select(one => ("creator", (string?)one.Name)),
            .. credits.Editors.Concat(credits.Translators).Concat(credits.Others).Select(one => ("contributor", (string?)WithRole(one))),
            .. description.Publications.Select(one => ("publisher", one.Publisher)).Distinct(),
            ("date", description.Year?.ToString(CultureInfo.InvariantCulture) ?? description.Publications.Select(one => one.Date).FirstOrDefault(date => date is not null)),
            .. description.Subjects.Select(subject => ("subject", (string?)subject.Text)),
            .. description.Classifications.Where(number => number.Scheme == ClassificationScheme.Ddc).Select(number => ("subject", (string?)number.Number)),
            ("description", description.Summary),
            ("description", description.Edition),
            ("description", description.Contents),
            .. description.Notes.Select(note => ("description", (string?)note)),
            ("type", kind.Dcmi),
            ("type", kind.Genre),
            ("format", description.Extent?.Text),
            .. description.Languages.Select(language => ("language", (string?)language)),
            .. description.Identifiers.Where(identifier => identifier.IsValid).Select(identifier => ("identifier", (string?)Named(identifier))),
            ("identifier", edition.Address.AbsoluteUri),
            .. description.Series.Select(series => ("relation", (string?)(series.Volume is { } volume ? $"{series.Title} ; {volume}" : series.Title))),
        ];
    }

    private static string WithRole(Contributor one) => one.Role is { } role ? $"{one.Name} ({role.Split(Contributor.RoleSeparator)[0]})" : one.Name;

    /// <summary>As RFC 8254 and ISO 3297 name them, so that a reader can tell them apart.</summary>
    private static string Named(StandardIdentifier identifier) => identifier.Kind switch
    {
        IdentifierKind.Isbn => $"urn:ISBN:{identifier.Value}",
        IdentifierKind.Issn => $"urn:ISSN:{identifier.Value}",
        IdentifierKind.Doi => $"doi:{identifier.Value}",
        _ => identifier.Value,
    };
}
