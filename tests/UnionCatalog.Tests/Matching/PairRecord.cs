using System.Text;
using System.Xml.Linq;
using UnionCatalog.Records;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Tests.Matching;

/// <summary>Reads a record of a <see cref="PairCase"/>: facts as "name=value", between " | ".</summary>
internal static class PairRecord
{
    private const string DublinCoreMark = "dc";

    /// <summary>SLiMS's use of the elements, as its preset has it.</summary>
    private static readonly HoldingsMapping Slims = new() { CallNumberInIdentifier = true, BarcodesInHasPart = true };

    private static readonly HashSet<string> Names = new(
        ("title rest part partname script author translator editor body by isbn issn lccn oclc national edition publisher place year "
        + "pages lang format carrier series note").Split(' '));

    /// <summary>Reads the line.</summary>
    /// <exception cref="FormatException">A fact has no value, or a name that is not known.</exception>
    public static BibRecord Read(string line)
    {
        var parts = line.Split(" | ");
        return parts[0] == DublinCoreMark ? ReadDublinCore(parts[1..]) : ReadFacts(parts);
    }

    private static BibRecord ReadFacts(string[] parts)
    {
        var facts = parts.Select(Fact).ToLookup(fact => fact.Name, fact => fact.Value);
        if (facts.FirstOrDefault(fact => !Names.Contains(fact.Key)) is { } unknown)
        {
            throw new FormatException($"\"{unknown.Key}\" is no name of a fact.");
        }

        string? One(string name) => facts[name].SingleOrDefault();
        return new BibRecord
        {
            ControlNumbers = [.. facts["lccn"].Select(n => new ControlNumber(n.Replace(" ", "", StringComparison.Ordinal), "DLC")),
                .. facts["oclc"].Select(n => new ControlNumber(n, "OCoLC")),
                .. facts["national"].Select(ReadControlNumber)],
            Identifiers = [.. facts["isbn"].SelectMany(IdentifierParser.ReadIsbns), .. facts["issn"].SelectMany(IdentifierParser.ReadIssns)],
            Title = new Title(One("title") ?? "")
            {
                Remainder = One("rest"),
                PartNumber = One("part"),
                PartName = One("partname"),
                OriginalScript = One("script"),
            },
            Responsibility = One("by"),
            Contributors = [.. facts["author"].Select((name, i) => Person(name, "author") with { IsMain = i == 0 }),
                .. facts["body"].Select((name, i) => new Contributor(name, ContributorKind.Corporate) { IsMain = i == 0 && !facts["author"].Any() }),
                .. facts["translator"].Select(name => Person(name, "translator")),
                .. facts["editor"].Select(name => Person(name, "editor"))],
            Edition = One("edition"),
            Publications = Publications(One("place"), [.. facts["publisher"]], One("year")),
            Year = One("year") is { } year ? DescriptionText.FindYear(year) : null,
            Extent = One("pages") is { } pages ? DescriptionText.ReadExtent(pages) : null,
            Languages = [.. facts["lang"]],
            Format = One("format") is { } format ? Enum.Parse<ResourceFormat>(format) : ResourceFormat.Unknown,
            Carrier = One("carrier"),
            Series = [.. facts["series"].Select(series => series.Split(" ; ")).Select(series => new SeriesStatement(series[0], series.ElementAtOrDefault(1)))],
            Notes = [.. facts["note"]],
        };
    }

    private static BibRecord ReadDublinCore(string[] parts)
    {
        XNamespace elements = "http://purl.org/dc/elements/1.1/";
        var record = new XElement(
            XName.Get("dc", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
            parts.Select(Fact).Select(fact => new XElement(elements + fact.Name, fact.Value)));
        return RecordReader.Read(MetadataFormat.OaiDc, Encoding.UTF8.GetBytes(record.ToString()), Slims) is RecordReading.Readable readable
            ? readable.Record
            : throw new FormatException("the Dublin Core cannot be read.");
    }

    private static (string Name, string Value) Fact(string text) => text.Split('=', 2) is [{ Length: > 0 } name, { Length: > 0 } value]
        ? (name, value)
        : throw new FormatException($"\"{text}\" is no fact: it has no name, or no value.");

    private static Contributor Person(string name, string role) => new(name, ContributorKind.Person) { Role = role };

    /// <summary>Place and date go with the first publisher, as in MARC 260.</summary>
    private static List<Publication> Publications(string? place, string?[] publishers, string? date) =>
        publishers.Length == 0 && (place ?? date) is null
            ? []
            : [new(place, publishers.FirstOrDefault(), date), .. publishers.Skip(1).Select(name => new Publication(null, name, null))];

    /// <summary>"(KB)12345", or a number whose agency is not said.</summary>
    private static ControlNumber ReadControlNumber(string text)
    {
        var end = text[0] == '(' ? text.IndexOf(')', StringComparison.Ordinal) : -1;
        return new ControlNumber(text[(end + 1)..].Trim(), end < 0 ? null : text[1..end]);
    }
}
