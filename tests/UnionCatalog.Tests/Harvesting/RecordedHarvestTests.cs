using System.Text.RegularExpressions;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>A whole harvest of SLiMS 9's oai2.php, replayed as it was recorded.</summary>
public sealed partial class RecordedHarvestTests
{
    [Test]
    public async Task A_recorded_catalogue_is_stored_whole_and_the_next_harvest_asks_for_changes_only()
    {
        await using var bench = await HarvestBench.StartAsync();
        var deletions = Replay(bench.Server);
        var member = bench.Member();
        member = member with { Source = member.Oai() with { MetadataPrefix = null } };

        var full = await bench.FullAsync(member);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(full.Failure, Is.Null);
            Assert.That(full.MetadataPrefix, Is.EqualTo("oai_dc"));
            Assert.That(full.ListSize, Is.EqualTo(3015));
            Assert.That(full.ServerTime, Is.EqualTo(new DateTimeOffset(2026, 11, 20, 17, 17, 0, TimeSpan.Zero)));
            Assert.That(full.Counts, Is.EqualTo(new RunCounts { New = 3015 - deletions, Requests = 33 }));
            Assert.That(await bench.CountLiveAsync(), Is.EqualTo(3015 - deletions));
            Assert.That(await bench.FindAsync("oai:127.0.0.1:8081:slims-1"), Is.InstanceOf<HarvestedRecord.Live>()
                .With.Property("Format").EqualTo(MetadataFormat.OaiDc)
                .And.Property("Datestamp").EqualTo(new DateTimeOffset(2007, 11, 29, 15, 36, 50, TimeSpan.Zero)));
        }

        bench.Server.On("verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-20T16:17:00Z", Reply.File(Recorded("err_ListRecords_norecords.xml")));
        var next = await bench.IncrementalAsync(member);

        Assert.That(next.Failure, Is.Null);
        Assert.That(next.Counts, Is.EqualTo(new RunCounts { Requests = 3 }));
        Assert.That(await bench.CountLiveAsync(), Is.EqualTo(3015 - deletions));
    }

    private static string Recorded(string name) => Places.Shared($"recorded/slims9-oai2/{name}");

    /// <returns>How many of the records are told as deleted.</returns>
    internal static int Replay(ReplayServer server)
    {
        server.On("verb=Identify", Reply.File(Recorded("Identify.xml")));
        server.On("verb=ListMetadataFormats", Reply.File(Recorded("ListMetadataFormats.xml")));
        var deletions = 0;
        foreach (var file in Directory.EnumerateFiles(Recorded("full")))
        {
            var page = File.ReadAllText(file);
            deletions += DeletedHeader().Count(page);
            var arguments = Request().Match(page).Groups[1].Value.Replace("\" ", "&", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
            server.On(arguments, new Reply(page));
        }

        return deletions;
    }

    [GeneratedRegex("<header status=\"deleted\">")]
    private static partial Regex DeletedHeader();

    [GeneratedRegex("<request (.*?)>")]
    private static partial Regex Request();
}
