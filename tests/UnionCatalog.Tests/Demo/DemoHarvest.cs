using System.Text;
using System.Xml.Linq;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Demo;

/// <summary>The demo's records as a harvest would store them, without the web between.</summary>
internal static class DemoHarvest
{
    public static IEnumerable<HarvestedRecord> Records() => DemoNetwork.Records.Select(Harvested);

    private static HarvestedRecord Harvested(DemoRecord record)
    {
        var key = new RecordKey(new SourceId(record.Library), record.Identifier);
        return record.IsDeleted
            ? new HarvestedRecord.Deleted(key, null)
            : new HarvestedRecord.Live(key, null, FormatOf(record), Encoding.UTF8.GetBytes(record.Xml.Elements().Single().ToString(SaveOptions.DisableFormatting)));
    }

    private static MetadataFormat FormatOf(DemoRecord record) => record.Xml.Elements().Single().Name.LocalName switch
    {
        "dc" => MetadataFormat.OaiDc,
        "mods" => MetadataFormat.Mods,
        _ => MetadataFormat.MarcXml,
    };
}
