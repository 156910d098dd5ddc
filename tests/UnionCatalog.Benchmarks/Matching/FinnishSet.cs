using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using UnionCatalog.Matching.Evaluation;
using UnionCatalog.Records;

namespace UnionCatalog.Benchmarks.Matching;

/// <summary>
/// Pairs from the tests of Finland's union catalogue: those that it merges or refuses to merge for what the two records describe.
/// They try out one thing each and are few and bare, so that they say less than the other sets.
/// </summary>
internal static class FinnishSet
{
    // A test that names so many features compares whole records.
    private const int WholeRecord = 10;

    private static readonly string[] NotOfTheEdition = ["773", "test record", "LOW", "SID"];

    public static LabelledSet? Read()
    {
        var pairs = Folders("NatLibFi__melinda-record-match-validator/test-fixtures/index").Select(ReadMerge)
            .Concat(Folders("NatLibFi__melinda-record-matching-js/test-fixtures/match-detection/index").Select(ReadMatch))
            .OfType<LabelledPair>()
            .ToList();
        return pairs.Count == 0 ? null : PairSet.Of("fin", pairs);
    }

    private static IEnumerable<string> Folders(string place) =>
        Path.Combine(SharedData.Dedup, place) is var folder && Directory.Exists(folder) ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal) : [];

    private static LabelledPair? ReadMerge(string folder) =>
        ReadJson(folder, "expectedResults.json") is { } expected && expected.TryGetProperty("action", out var action)
            && !NotOfTheEdition.Any(reason => expected.TryGetProperty("message", out var message) && message.GetString()!.Contains(reason, StringComparison.Ordinal))
            ? ReadPair(folder, "inputRecordA.json", "inputRecordB.json", action.ValueKind == JsonValueKind.String)
            : null;

    private static LabelledPair? ReadMatch(string folder) =>
        ReadJson(folder, "metadata.json") is { } test
            && test.GetProperty("options").GetProperty("strategy").GetProperty("features").GetArrayLength() >= WholeRecord
            && test.TryGetProperty("expectedResults", out var expected) && expected.ValueKind == JsonValueKind.Object
            ? ReadPair(folder, "recordA.json", "recordB.json", expected.GetProperty("match").GetBoolean())
            : null;

    private static LabelledPair? ReadPair(string folder, string left, string right, bool isSame) =>
        ReadJson(folder, left) is { } one && ReadJson(folder, right) is { } other && ReadRecord(one) is { } leftRecord && ReadRecord(other) is { } rightRecord
            ? new(new(leftRecord, $"{Path.GetFileName(folder)} A", 1), new(rightRecord, $"{Path.GetFileName(folder)} B", 1), isSame, isSame ? "merge" : "refuse", folder)
            : null;

    // Nobody could tell what is only called "Title".
    private static BibRecord? ReadRecord(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && RecordReader.Read(MetadataFormat.MarcXml, Encoding.UTF8.GetBytes(ToXml(json).ToString()), new HoldingsMapping()) is RecordReading.Readable { Record: var record }
        && record.Title.Proper.Length > 0
        && (record.Identifiers.Count > 0 || record.Contributors.Count > 0 || record.Publications.Any(publication => publication.Publisher is not null))
            ? record
            : null;

    private static XElement ToXml(JsonElement json) => new(
        "record",
        new XElement("leader", Text(json, "leader")),
        json.GetProperty("fields").EnumerateArray().Select(field => field.TryGetProperty("subfields", out var subfields)
            ? new XElement(
                "datafield",
                new XAttribute("tag", Text(field, "tag")), new XAttribute("ind1", Text(field, "ind1")), new XAttribute("ind2", Text(field, "ind2")),
                subfields.EnumerateArray().Select(subfield => new XElement("subfield", new XAttribute("code", Text(subfield, "code")), Text(subfield, "value"))))
            : new XElement("controlfield", new XAttribute("tag", Text(field, "tag")), Text(field, "value"))));

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static JsonElement? ReadJson(string folder, string name) =>
        File.Exists(Path.Combine(folder, name)) ? JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(folder, name))) : null;
}
