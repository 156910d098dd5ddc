using System.Text;
using System.Xml.Linq;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching;

/// <summary>The six demo libraries, whose truth is written down beside them.</summary>
internal sealed class DemoTruthTests
{
    private static readonly string Folder = Path.Combine(Places.Root, "src", "UnionCatalog.Server", "Demo");

    [Test]
    public async Task The_records_of_the_demo_libraries_come_into_exactly_the_clusters_of_the_truth()
    {
        var records = Directory.GetFiles(Path.Combine(Folder, "Libraries"), "*.xml").Order(StringComparer.Ordinal).SelectMany(ReadLibrary).ToList();
        var truth = ReadTruth();
        await using var catalogue = await Catalogue.OpenAsync();
        await catalogue.StoreAsync(records);
        await catalogue.CatchUpAsync();

        var found = new Dictionary<string, string>();
        await foreach (var (cluster, members) in catalogue.Clusters.ListAsync(CancellationToken.None))
        {
            foreach (var member in members)
            {
                found[member.ToString()] = cluster.Value;
            }
        }

        var features = records.OfType<HarvestedRecord.Live>().ToDictionary(record => record.Key.ToString(), Features);
        var together = WrongPairs(found, truth).Select(pair => "WRONGLY TOGETHER " + Explain(pair, features));
        var apart = WrongPairs(truth, found).Select(pair => "WRONGLY APART    " + Explain(pair, features));

        Assert.Multiple(() =>
        {
            Assert.That(found.Keys, Is.EquivalentTo(truth.Keys));
            Assert.That(string.Join('\n', together.Concat(apart)), Is.Empty);
        });
    }

    private static Dictionary<string, string> ReadTruth() => File.ReadLines(Path.Combine(Folder, "truth.tsv"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .ToDictionary(row => $"{row[1]}/{row[2]}", row => row[0]);

    private static IEnumerable<HarvestedRecord> ReadLibrary(string file)
    {
        var source = new SourceId(Path.GetFileNameWithoutExtension(file));
        var library = XDocument.Load(file).Root!;
        XNamespace ns = library.Name.Namespace;
        var format = library.Element(ns + "format")!.Attribute("prefix")!.Value switch
        {
            "oai_dc" => MetadataFormat.OaiDc,
            "mods" => MetadataFormat.Mods,
            _ => MetadataFormat.MarcXml,
        };
        return library.Elements(ns + "record").Select(record => Read(record, source, format));
    }

    private static HarvestedRecord Read(XElement record, SourceId source, MetadataFormat format)
    {
        var key = new RecordKey(source, record.Attribute("identifier")!.Value);
        return record.Attribute("status")?.Value == "deleted"
            ? new HarvestedRecord.Deleted(key, null)
            : new HarvestedRecord.Live(key, null, format, Encoding.UTF8.GetBytes(record.Elements().Single().ToString(SaveOptions.DisableFormatting)));
    }

    private static MatchFeatures Features(HarvestedRecord.Live record) =>
        MatchFeatures.From(((RecordReading.Readable)RecordReader.Read(record.Format, record.Metadata, new HoldingsMapping())).Record);

    // Pairs that are together in the first and not in the second.
    private static IEnumerable<(string, string)> WrongPairs(Dictionary<string, string> together, Dictionary<string, string> apart) =>
        from cluster in together.GroupBy(entry => entry.Value, entry => entry.Key)
        let members = cluster.Order(StringComparer.Ordinal).ToList()
        from left in members
        from right in members
        where string.CompareOrdinal(left, right) < 0 && apart.GetValueOrDefault(left) != apart.GetValueOrDefault(right)
        select (left, right);

    private static string Explain((string Left, string Right) pair, Dictionary<string, MatchFeatures> features) =>
        $"{pair.Left} and {pair.Right}: {Words(PairComparer.Explain(features[pair.Left], features[pair.Right]))}";

    private static string Words(Comparison comparison) => $"{comparison.Judgement}: " + string.Join("; ", comparison.Evidence
        .Where(evidence => evidence.Left.Length > 0 || evidence.Right.Length > 0)
        .Select(evidence => $"{evidence.Feature} {evidence.Level} {evidence.Weight} ({evidence.Left} | {evidence.Right})"));
}
