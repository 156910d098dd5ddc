using System.Text.Json;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Members;

internal sealed class HoldingsPresetsTests
{
    [Test]
    public void A_key_beside_a_preset_replaces_only_its_own()
    {
        var preset = Read("\"koha\"");
        var changed = Read("""{ "preset": "koha", "note": "x", "statusFlags": { "q": "on-loan" } }""");

        Assert.That((changed.ItemTag, changed.Branch, changed.Barcode), Is.EqualTo((preset.ItemTag, preset.Branch, preset.Barcode)));
        Assert.That((preset.Note, changed.Note), Is.EqualTo(("z", "x")));
        Assert.That(changed.StatusFlags, Is.EquivalentTo(new Dictionary<string, ItemStatus> { ["q"] = ItemStatus.OnLoan }));
        Assert.That(changed.RecordCallNumber, Is.EqualTo(new HoldingsMapping().RecordCallNumber));
    }

    [Test]
    public void An_item_tag_can_be_taken_away() =>
        Assert.That(Read("""{ "preset": "inlislite", "itemTag": null }""").ItemTag, Is.Null);

    [Test]
    public void Without_a_preset_the_keys_stand_alone() =>
        Assert.That(Read("""{ "itemTag": "949" }"""), Is.EqualTo(new HoldingsMapping { ItemTag = "949" })
            .Using<HoldingsMapping>((a, b) => JsonSerializer.Serialize(a) == JsonSerializer.Serialize(b)));

    [Test]
    public void Kohas_lost_items_are_missing_even_while_lent() =>
        Assert.That(
            Read("\"koha\"").StatusFlags.Select(flag => $"{flag.Key}={flag.Value}"),
            Is.EqualTo(new[] { "1=Missing", "0=Missing", "4=Missing", "q=OnLoan", "7=NotForLoan" }));

    [Test]
    public void Inlislites_preset_fits_a_real_harvest()
    {
        var mapping = Read("\"inlislite\"");
        var harvest = File.ReadAllText(Places.Shared("data/oai/jiharal__goharvest/testdata/sample_response.xml"));

        Assert.That(harvest, Does.Match($"tag=\"{mapping.ItemTag}\"[^>]*>\\s*<subfield code=\"{mapping.Barcode}\">"));
        Assert.That(harvest, Does.Match($"tag=\"{mapping.RecordCallNumber[0][..3]}\"[^>]*>\\s*<subfield code=\"a\">"));
    }

    [Test]
    public void Every_preset_is_one_that_the_schema_allows([Values("koha", "marc-852", "inlislite", "slims", "none")] string name)
    {
        var schema = new JsonSchemaCheck(JsonSerializer.SerializeToElement(Resource.ReadJson("member-schema.json")));
        var preset = Resource.ReadJson("holdings-presets.json")[name]!.ToJsonString();
        var member = $$"""{ "name": "A", "kind": "other", "place": "B", "oaiPmh": { "baseUrl": "http://a.example/" }, "holdings": {{preset}} }""";

        Assert.That(schema.Check(JsonDocument.Parse(member).RootElement), Is.Empty);
    }

    private static HoldingsMapping Read(string json) => HoldingsPresets.Read(JsonDocument.Parse(json).RootElement);
}
