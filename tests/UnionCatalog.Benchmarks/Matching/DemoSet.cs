using System.Text;
using System.Xml.Linq;
using UnionCatalog.Matching.Evaluation;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>The six demo libraries, read as their configuration says, with the truth that is written down beside them.</summary>
internal static class DemoSet
{
    public static LabelledSet Read()
    {
        var folder = Path.Combine(SharedData.Root, "src/UnionCatalog.Server/Demo");
        var members = new MemberDirectory(ConfigurationFolder.Load(Path.Combine(SharedData.Root, "harvest-configs/demo")).Members);
        var truth = File.ReadLines(Path.Combine(folder, "truth.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToDictionary(row => (row[1], row[2]), row => row[0]);
        var (records, names) = (new List<MeasuredRecord>(), new List<string>());
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "Libraries"), "*.xml").Order(StringComparer.Ordinal))
        {
            var library = Path.GetFileNameWithoutExtension(file);
            foreach (var (number, identifier, record) in ReadLibrary(file, members.HoldingsOf(new SourceId(library))))
            {
                records.Add(new(record, library, number));
                names.Add(truth[(library, identifier)]);
            }
        }

        return LabelledSet.Of("demo", records, names);
    }

    private static IEnumerable<(long Number, string Identifier, BibRecord Record)> ReadLibrary(string file, HoldingsMapping holdings)
    {
        var library = XDocument.Load(file).Root!;
        var ns = library.Name.Namespace;
        var format = library.Element(ns + "format")!.Attribute("prefix")!.Value switch
        {
            "oai_dc" => MetadataFormat.OaiDc,
            "mods" => MetadataFormat.Mods,
            _ => MetadataFormat.MarcXml,
        };
        foreach (var (record, number) in library.Elements(ns + "record").Select((record, i) => (record, i + 1)).Where(one => one.record.Attribute("status") is null))
        {
            var bytes = Encoding.UTF8.GetBytes(record.Elements().Single().ToString(SaveOptions.DisableFormatting));
            var reading = (RecordReading.Readable)RecordReader.Read(format, bytes, holdings);
            yield return (number, record.Attribute("identifier")!.Value, reading.Record);
        }
    }
}
