using System.Text.Json;
using UnionCatalog.Tests.Harvesting;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.Commands;

/// <summary>The log for programs.</summary>
internal sealed class JsonLogTests
{
    [Test]
    public async Task Every_line_of_a_harvest_names_the_member_and_that_of_a_record_its_identifier()
    {
        using var folder = new ConfigFolder();
        await using var library = (await ReplayServer.StartAsync())
            .On("verb=Identify", OaiPages.Identify())
            .On("verb=ListRecords&metadataPrefix=oai_dc", OaiPages.List(OaiPages.Record("oai:x:1") + OaiPages.Record("oai:x:2", "<a/>")));
        folder.Member("sma-1", library.Address);

        var run = await ServerProcess.RunAsync(folder.Arguments("harvest", "--verbose", "--json-log"));

        var lines = run.Output.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var harvest = lines.Where(line => line.GetProperty("Category").GetString()!.StartsWith("UnionCatalog.Harvesting", StringComparison.Ordinal)).ToList();
        Assert.That(harvest, Has.Count.GreaterThanOrEqualTo(3), run.Everything);
        Assert.That(harvest.Select(line => line.GetProperty("State").GetProperty("Member").GetString()), Is.All.EqualTo("sma-1"));
        var aside = harvest.Single(line => line.GetProperty("Message").GetString()!.Contains("set aside:", StringComparison.Ordinal) && line.GetProperty("State").TryGetProperty("Identifier", out _));
        Assert.That(aside.GetProperty("State").GetProperty("Identifier").GetString(), Is.EqualTo("oai:x:2"));
        Assert.That(harvest.Select(line => line.GetProperty("Scopes").GetRawText()), Is.All.Contains("sma-1"));
    }
}
