using System.Text.Json;
using System.Text.Json.Nodes;
using UnionCatalog.Records;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Members;

/// <summary>The files of harvest-configs/ and the code agree.</summary>
internal sealed class HarvestConfigsTests
{
    private static readonly string Folder = Path.Combine(Places.Root, "harvest-configs");

    private static readonly JsonObject Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "schema.json")))!.AsObject();

    [TestCase("examples", 8)]
    [TestCase("demo", 6)]
    public void What_is_shipped_is_right(string name, int count)
    {
        var reading = ConfigurationFolder.Load(Path.Combine(Folder, name));

        Assert.That(reading.Errors, Is.Empty);
        Assert.That(reading.Members, Has.Count.EqualTo(count));
    }

    [Test]
    public void An_example_copied_one_folder_up_finds_its_schema() =>
        Assert.That(
            Directory.EnumerateFiles(Path.Combine(Folder, "examples"), "*.json").Select(File.ReadAllText),
            Is.All.Contains("\"$schema\": \"./schema.json\""));

    [Test]
    public void The_demos_members_have_a_port_each() =>
        Assert.That(
            ConfigurationFolder.Load(Path.Combine(Folder, "demo")).Members.Select(member => $"{member.Oai().BaseUrl.Port} {member.Id}").Order(),
            Is.EqualTo(new[]
            {
                "5081 sdn-1-sukamaju", "5082 smpn-2-sukamaju", "5083 sman-1-sukamaju", "5084 smkn-1-sukamaju", "5085 man-1-sukamaju", "5086 perpusda-sukamaju",
            }));

    [Test]
    public void The_schema_uses_only_keywords_that_are_checked() =>
        Assert.That(Keywords(Schema).Distinct(), Is.SubsetOf(JsonSchemaCheck.Keywords));

    [Test]
    public void The_schema_names_the_kinds_and_presets_that_there_are()
    {
        Assert.That(
            Names(Schema["properties"]!["kind"]!["enum"]!),
            Is.EquivalentTo(Enum.GetNames<LibraryKind>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)));
        Assert.That(Names(Schema["$defs"]!["preset"]!["enum"]!), Is.EquivalentTo(HoldingsPresets.Names));
        Assert.That(Names(Schema["properties"]!["preset"]!["enum"]!), Is.EquivalentTo(MemberPresets.Names));
    }

    [Test]
    public void The_schemas_defaults_are_the_codes()
    {
        var oai = new OaiPmhSource { BaseUrl = new Uri("http://a.example/") };
        Dictionary<string, string> fetched = new()
        {
            ["schedule"] = oai.Schedule!,
            ["timeZone"] = oai.TimeZone,
            ["spreadMinutes"] = $"{oai.Spread.TotalMinutes}",
            ["requestTimeoutSeconds"] = $"{oai.RequestTimeout.TotalSeconds}",
            ["harvestTimeoutMinutes"] = $"{oai.HarvestTimeout.TotalMinutes}",
            ["retries"] = $"{oai.Retries}",
            ["delaySeconds"] = $"{oai.Delay.TotalSeconds}",
            ["archiveDays"] = $"{oai.ArchiveDays}",
        };
        Assert.That(Defaults("oaiPmh"), Is.EquivalentTo(new Dictionary<string, string>(fetched)
        {
            ["sets"] = "[]",
            ["overlapMinutes"] = $"{oai.Overlap.TotalMinutes}",
            ["sweep"] = Written(oai.Sweep),
            ["trustDates"] = oai.TrustDates ? "true" : "false",
            ["tokens"] = Written(oai.Tokens),
        }));
        var sru = new SruSource { BaseUrl = oai.BaseUrl };
        Assert.That(Defaults("sru"), Is.EquivalentTo(new Dictionary<string, string>(fetched)
        {
            ["version"] = sru.Version, ["query"] = sru.Query, ["pageSize"] = $"{sru.PageSize}",
        }));
        Assert.That(Defaults("files")["contents"], Is.EqualTo(Written(new FilesSource().Contents)));
        Assert.That(
            (Schema["properties"]!["heldAbovePercent"]!["default"]!.GetValue<double>(), Schema["properties"]!["heldAboveRecords"]!["default"]!.GetValue<long>()),
            Is.EqualTo((new RemovalLimit().Percent, new RemovalLimit().AtLeast)));
        Assert.That(Names(Schema["$defs"]!["holdings"]!["properties"]!["recordCallNumber"]!["default"]!), Is.EqualTo(new HoldingsMapping().RecordCallNumber));
    }

    [TestCase(typeof(SweepMode), "oaiPmh", "sweep")]
    [TestCase(typeof(TokenForm), "oaiPmh", "tokens")]
    [TestCase(typeof(FileContents), "files", "contents")]
    public void The_schema_names_every_choice_that_there_is(Type choices, string source, string key) =>
        Assert.That(
            Names(Schema["$defs"]![source]!["properties"]![key]!["enum"]!),
            Is.EqualTo(Enum.GetValues(choices).Cast<object>().Select(Written)));

    private static string Written(object choice) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{choice}");

    private static Dictionary<string, string> Defaults(string source) => Schema["$defs"]![source]!["properties"]!.AsObject()
        .ToDictionary(property => property.Key, property => Resolved(property.Value!)["default"]?.ToJsonString().Trim('"'))
        .Where(property => property.Value is not null)
        .ToDictionary(property => property.Key, property => property.Value!);

    private static JsonNode Resolved(JsonNode rule) =>
        rule["$ref"]?.GetValue<string>() is { } reference ? Schema["$defs"]![reference.Split('/')[^1]]! : rule;

    private static IEnumerable<string> Names(JsonNode list) => list.AsArray().Select(name => name!.GetValue<string>());

    /// <summary>The keywords of a schema and of the schemas inside it.</summary>
    private static IEnumerable<string> Keywords(JsonNode? schema) => schema is not JsonObject rule ? [] : rule.SelectMany(pair => pair.Key switch
    {
        "properties" or "$defs" => pair.Value!.AsObject().SelectMany(inner => Keywords(inner.Value)).Append(pair.Key),
        "items" or "additionalProperties" or "propertyNames" => Keywords(pair.Value).Append(pair.Key),
        "anyOf" => pair.Value!.AsArray().SelectMany(Keywords).Append(pair.Key),
        _ => [pair.Key],
    });
}
