using System.Xml.Linq;

namespace UnionCatalog.Tests.Demo;

/// <summary>
/// One record of a demo file, read here as plainly as can be and without the product's readers, so that the data is judged by itself.
/// </summary>
internal sealed class DemoRecord(string library, XElement record)
{
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Mods = "http://www.loc.gov/mods/v3";

    public string Library => library;

    public XElement Xml => record;

    public string Identifier => record.Attribute("identifier")!.Value;

    public string Datestamp => record.Attribute("datestamp")!.Value;

    public string? Set => record.Attribute("set")?.Value;

    public bool IsDeleted => record.Attribute("status")?.Value == "deleted";

    /// <summary>The title with its remainder, number and name of part, without the statement of responsibility.</summary>
    public string Title => Words(Marc("245", "abnp").Concat(Dublin("title")).Concat(Modern("titleInfo")
        .Where(title => title.Attribute("type") is null).SelectMany(title => title.Elements()).Select(part => part.Value))).Split(" / ")[0].TrimEnd(' ', '/');

    /// <summary>The first author as the record writes the name; empty when there is none.</summary>
    public string Author => Marc("100", "a").Concat(Marc("110", "a")).Concat(Dublin("creator"))
        .Concat(Modern("name").Select(name => Words(name.Elements(Mods + "namePart").Select(part => part.Value)))).FirstOrDefault() ?? "";

    /// <summary>Every ISBN and ISSN as written, without hyphens and qualifiers.</summary>
    public IReadOnlyList<string> StandardNumbers => [.. Marc("020", "a").Concat(Marc("022", "a")).Concat(Dublin("identifier_isbn"))
        .Concat(Modern("identifier").Where(number => number.Attribute("type")?.Value is "isbn" or "issn").Select(number => number.Value))
        .SelectMany(numbers => numbers.Split(" ; ")).Select(number => number.Split('(')[0].Replace("-", "", StringComparison.Ordinal).Trim())];

    public string Year => string.Concat(Marc("260", "c").Concat(Marc("264", "c")).Concat(Dublin("date"))
        .Concat(Modern("dateIssued").Select(date => date.Value)).FirstOrDefault("").Where(char.IsAsciiDigit));

    public string Language => Marc("008", "").Where(coded => coded.Length == 40).Select(coded => coded[35..38]).Concat(Marc("041", "a"))
        .Concat(Dublin("language")).Concat(Modern("languageTerm").Select(term => term.Value)).FirstOrDefault("");

    public bool IsSerial => Named("leader").Any(leader => leader.Value[7] == 's') || Dublin("type").Contains("Majalah")
        || Modern("issuance").Any(issuance => issuance.Value == "serial");

    /// <summary>The values of these subfields of a MARC field, in the order of the record; of a control field where none are named.</summary>
    public IEnumerable<string> Marc(string tag, string codes) => Named(codes.Length == 0 ? "controlfield" : "datafield")
        .Where(field => field.Attribute("tag")!.Value == tag)
        .SelectMany(field => codes.Length == 0 ? [field.Value] : field.Elements()
            .Where(subfield => codes.Contains(subfield.Attribute("code")!.Value, StringComparison.Ordinal)).Select(subfield => subfield.Value));

    private IEnumerable<string> Dublin(string element) => record.Descendants(Dc + element).Select(found => found.Value);

    private IEnumerable<XElement> Modern(string element) => record.Descendants(Mods + element);

    private IEnumerable<XElement> Named(string element) => record.Descendants().Where(found => found.Name.LocalName == element);

    private static string Words(IEnumerable<string> parts) => string.Join(' ', parts);
}
