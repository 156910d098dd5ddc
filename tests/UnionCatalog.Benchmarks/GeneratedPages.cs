using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace UnionCatalog.Benchmarks;

/// <summary>
/// Pages of MARCXML that are the same in every run. Each record has the fields and subfields of a record of the demo, and
/// in each subfield a value that the demo has there.
/// </summary>
internal sealed class GeneratedPages
{
    /// <summary>Records on one page.</summary>
    public const int Size = 100;

    private const int Seed = 20_250_817;

    private static readonly XNamespace Marc = "http://www.loc.gov/MARC21/slim";

    private readonly List<XElement> _shapes = [.. Libraries().SelectMany(library => library.Descendants(Marc + "record"))];
    private readonly Dictionary<string, List<string>> _values;

    public GeneratedPages() => _values = _shapes.SelectMany(shape => shape.Descendants(Marc + "subfield"))
        .GroupBy(PlaceOf, subfield => subfield.Value)
        .ToDictionary(place => place.Key, place => place.ToList());

    /// <summary>The records of a page as they stand in ListRecords.</summary>
    public byte[] Draw(int page)
    {
        var random = new Random(Seed + page);
        var text = new StringBuilder();
        for (var number = page * Size; number < (page + 1) * Size; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<record><header><identifier>oai:benchmark.example:{number}</identifier><datestamp>2025-08-17T10:00:00Z</datestamp></header>\n<metadata>")
                .Append(DrawRecord(number, random))
                .Append("</metadata></record>\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private XElement DrawRecord(int number, Random random)
    {
        var record = new XElement(_shapes[random.Next(_shapes.Count)]);
        record.Elements(Marc + "controlfield").First(field => (string?)field.Attribute("tag") == "001").SetValue(number);
        foreach (var subfield in record.Descendants(Marc + "subfield"))
        {
            var values = _values[PlaceOf(subfield)];
            subfield.Value = values[random.Next(values.Count)];
        }

        return record;
    }

    private static string PlaceOf(XElement subfield) => $"{subfield.Parent!.Attribute("tag")!.Value}{subfield.Attribute("code")!.Value}";

    private static IEnumerable<XDocument> Libraries()
    {
        var assembly = typeof(GeneratedPages).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".xml", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var library = assembly.GetManifestResourceStream(name)!;
            yield return XDocument.Load(library);
        }
    }
}
