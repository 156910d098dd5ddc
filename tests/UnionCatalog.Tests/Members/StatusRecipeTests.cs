using System.Text;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Members;

/// <summary>How a member's file says that its catalogue is asked for the status of its items.</summary>
internal sealed class StatusRecipeTests
{
    private const string Slims = """ "preset": "slims9-oai2", "oaiPmh": { "baseUrl": "https://perpus.sch.id/slims/oai2.php" } """;
    private const string Koha = """ "preset": "koha", "oaiPmh": { "baseUrl": "https://koha.go.id/cgi-bin/koha/oai.pl" } """;

    [Test]
    public void Nobody_is_asked_who_does_not_say_so([Values("", """, "status": false""")] string status) => Assert.That(Read(Slims + status).Status, Is.Null);

    [TestCase(Slims, StatusForm.Slims, "https://perpus.sch.id/slims/index.php?p=show_detail&id=17")]
    [TestCase(Koha, StatusForm.Koha, "https://koha.go.id/api/v1/public/biblios/17/items?_per_page=100")]
    public void True_asks_as_is_usual_for_the_system(string keys, StatusForm form, string address)
    {
        var recipe = Read(keys + """, "status": true""").Status!;

        Assert.That((recipe.Form, recipe.AddressOf("oai:x:y-17")), Is.EqualTo((form, new Uri(address))));
    }

    [Test]
    public void An_address_that_is_written_out_is_the_files_own()
    {
        var recipe = Read(Slims + """, "status": { "daia": "https://perpus.sch.id/daia?id={identifier}" } """).Status!;

        Assert.That((recipe.Form, recipe.AddressOf("oai:x&y/ 1")), Is.EqualTo((StatusForm.Daia, new Uri("https://perpus.sch.id/daia?id=oai%3Ax%26y%2F%201"))));
        Assert.That(Read(""" "files": {}, "status": { "slims": "https://perpus.sch.id/index.php?p=show_detail&id={number}" } """).Status!.AddressOf("B-x"), Is.Null, "no number, no page");
    }

    [TestCase(""" "oaiPmh": { "baseUrl": "https://x/oai" }, "status": true """, "$.status", "write it out")]
    [TestCase(""" "preset": "dspace", "oaiPmh": { "baseUrl": "https://x/oai" }, "status": true """, "$.status", "write it out")]
    [TestCase(""" "preset": "koha", "files": {}, "status": true """, "$.status", "write it out")]
    [TestCase(Slims + """, "status": {} """, "$.status", "write one of")]
    [TestCase(Slims + """, "status": { "slims": "https://x/{number}", "koha": "https://x/{number}" } """, "$.status", "keep one")]
    [TestCase(Slims + """, "status": { "slims": "https://x/index.php" } """, "$.status.slims", "must have {identifier} or {number}")]
    [TestCase(Slims + """, "status": { "slims": "https://x/{id}?{number}" } """, "$.status.slims", "neither {identifier} nor {number}")]
    [TestCase(Slims + """, "status": { "slims": "ftp://x/{number}" } """, "$.status.slims", "must be an address")]
    [TestCase(Slims + """, "status": { "inlis": "https://x/{number}" } """, "$.status.inlis", "")]
    [TestCase(Slims + """, "status": "slims" """, "$.status", "must be")]
    [TestCase(Slims + """, "status": { "slims": 1 } """, "$.status.slims", "must be")]
    public void A_mistake_is_told_at_its_place(string keys, string path, string told)
    {
        var errors = Load(keys).Errors;

        Assert.That(errors.Select(error => error.JsonPath), Is.EqualTo(new[] { path }));
        Assert.That(errors[0].Message, Does.Contain(told));
    }

    private static Member Read(string keys)
    {
        var reading = Load(keys);
        Assert.That(reading.Errors, Is.Empty);
        return reading.Members.Single();
    }

    private static ConfigurationReading Load(string keys)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("a.json"), Encoding.UTF8.GetBytes($$"""{ "name": "A", "kind": "other", "place": "B", {{keys}} }"""));
        return ConfigurationFolder.Load(Path.GetDirectoryName(folder.File("a.json"))!);
    }
}
