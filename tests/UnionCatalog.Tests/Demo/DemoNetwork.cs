using System.Xml.Linq;

namespace UnionCatalog.Tests.Demo;

/// <summary>The demo's six files and their truth, read once.</summary>
internal static class DemoNetwork
{
    private static readonly XNamespace Repository = "urn:union-catalog:static-repository";

    public static string Folder { get; } = Path.Combine(Places.Root, "src", "UnionCatalog.Server", "Demo");

    public static IReadOnlyList<string> Libraries { get; } =
        ["man-1-sukamaju", "perpusda-sukamaju", "sdn-1-sukamaju", "sman-1-sukamaju", "smkn-1-sukamaju", "smpn-2-sukamaju"];

    public static IReadOnlyDictionary<string, XElement> Files { get; } = Libraries.ToDictionary(
        library => library, library => XDocument.Load(Path.Combine(Folder, "Libraries", library + ".xml")).Root!);

    public static IReadOnlyList<DemoRecord> Records { get; } =
        [.. Files.SelectMany(file => file.Value.Elements(Repository + "record").Select(record => new DemoRecord(file.Key, record)))];

    public static IReadOnlyList<DemoRecord> Live { get; } = [.. Records.Where(record => !record.IsDeleted)];

    /// <summary>Rows of truth.tsv: edition, library, record identifier.</summary>
    public static IReadOnlyList<string[]> Truth { get; } = [.. File.ReadLines(Path.Combine(Folder, "truth.tsv"))
        .Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))];

    /// <summary>The records of each edition.</summary>
    public static ILookup<string, DemoRecord> Editions { get; } = Truth
        .Join(Live, row => (row[1], row[2]), record => (record.Library, record.Identifier), (row, record) => (Edition: row[0], record))
        .ToLookup(pair => pair.Edition, pair => pair.record);
}
