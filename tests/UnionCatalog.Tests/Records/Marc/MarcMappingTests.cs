using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Tests.Records.Marc;

/// <summary>Checks the mapping by the files under Cases/Records/Marc/mapping, which explain themselves in koha.txt.</summary>
public sealed partial class MarcMappingTests
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private static readonly HoldingsMapping Koha = new()
    {
        ItemTag = "952", Branch = "ba", ShelfLocation = "c", CallNumber = "o", Barcode = "p", Note = "z",
        StatusFlags = new Dictionary<string, ItemStatus>
        {
            ["q"] = ItemStatus.OnLoan, ["1"] = ItemStatus.Missing, ["7"] = ItemStatus.NotForLoan,
        },
    };

    private static readonly HoldingsMapping Field852 = new()
    {
        ItemTag = "852", Branch = "b", ShelfLocation = "c", CallNumber = "hi", Barcode = "p", Note = "z", Status = "s",
        StatusWords = new Dictionary<string, ItemStatus> { ["Tersedia"] = ItemStatus.Available, ["Dipinjam"] = ItemStatus.OnLoan },
    };

    public static IEnumerable<Case> Cases() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases/Records/Marc/mapping"), "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(file => Read(Path.GetFileNameWithoutExtension(file), File.ReadAllLines(file)));

    [TestCaseSource(nameof(Cases))]
    public void Iso2709_is_mapped_as_the_case_says(Case item) =>
        Check(item, MarcReading.ReadIso2709(MarcSamples.ToIso2709(MarcSamples.Parse(item.Lines)), Mapping(item)));

    [TestCaseSource(nameof(Cases))]
    public void MarcXml_is_mapped_as_the_case_says(Case item) =>
        Check(item, MarcReading.ReadXml(MarcSamples.ToXml(MarcSamples.Parse(item.Lines)), Mapping(item)));

    private static void Check(Case item, RecordReading reading)
    {
        var record = JsonSerializer.SerializeToNode(MarcSamples.Readable(reading), Json);
        using (Assert.EnterMultipleScope())
        {
            foreach (var (path, expected) in item.Expected)
            {
                Assert.That(Value(record, path), Is.EqualTo(expected), path);
            }
        }
    }

    private static string Value(JsonNode? node, string path)
    {
        foreach (Match step in Step().Matches(path))
        {
            if (node is JsonArray list && step.Value == "Count")
            {
                return $"{list.Count}";
            }

            node = node is JsonArray array
                ? int.Parse(step.Value, System.Globalization.CultureInfo.InvariantCulture) is var i && i < array.Count ? array[i] : null
                : node?[step.Value];
        }

        return node?.ToString() ?? "none";
    }

    private static HoldingsMapping Mapping(Case item) => item.Holdings switch
    {
        "koha" => Koha,
        "852" => Field852,
        _ => new(),
    };

    private static IEnumerable<Case> Read(string file, string[] lines)
    {
        Case? item = null;
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                if (item is not null)
                {
                    yield return item;
                }

                item = new($"{file}: {line[3..]}");
            }
            else if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                var equals = line.IndexOf(" = ", StringComparison.Ordinal);
                item!.Expected.Add((line[2..equals], line[(equals + 3)..]));
            }
            else if (line.StartsWith("holdings ", StringComparison.Ordinal))
            {
                item!.Holdings = line[9..];
            }
            else
            {
                item!.Lines.Add(line);
            }
        }

        yield return item ?? throw new InvalidDataException($"{file} holds no case.");
    }

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Step();

    public sealed record Case(string Name)
    {
        public List<string> Lines { get; } = [];

        public List<(string Path, string Value)> Expected { get; } = [];

        public string Holdings { get; set; } = "";

        public override string ToString() => Name;
    }
}
