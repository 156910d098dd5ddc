using System.Text;
using System.Xml.Linq;
using UnionCatalog.Server.OaiProvider;
using UnionCatalog.Store;
using UnionCatalog.Tests.OaiProvider;

namespace UnionCatalog.Tests.Harvesting;

/// <summary>Our own provider harvested night by night while its records change, with no overlap to make up for a gap.</summary>
internal sealed class OwnProviderTests
{
    private const int Nights = 25;

    [TestCase(OaiGranularity.Seconds, 1)]
    [TestCase(OaiGranularity.Seconds, 2, "fiction", "local")]
    [TestCase(OaiGranularity.Day, 3)]
    [TestCase(OaiGranularity.Day, 4, "local", "fiction")]
    public async Task What_is_stored_is_what_the_member_has_however_it_changed(OaiGranularity granularity, int seed, params string[] sets)
    {
        await using var bench = await HarvestBench.StartAsync();
        var random = new Random(seed);
        var items = new Dictionary<string, OaiItem>();
        for (var night = 0; night < Nights; night++)
        {
            // Some harvests come in the second of the changes before them, most on the same day or the next.
            bench.Clock.Advance(TimeSpan.FromSeconds(random.Next(3) * random.Next(60_000)));
            Change(items, bench.Clock.GetUtcNow(), random);
            await HarvestAsync(bench, [.. items.Values], granularity, sets);
            Change(items, bench.Clock.GetUtcNow(), random);
            await HarvestAsync(bench, [.. items.Values], granularity, sets);
        }
    }

    private static void Change(Dictionary<string, OaiItem> items, DateTimeOffset now, Random random)
    {
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            var number = random.Next(40);
            var isDeleted = random.Next(3) == 0;
            var metadata = new Dictionary<string, string>();
            if (!isDeleted)
            {
                metadata["oai_dc"] = Example.DcXml($"Judul {random.Next(5)}");
            }

            string[] sets = (number % 4) switch { 0 => ["fiction"], 1 => ["fiction:poetry", "local"], 2 => ["local"], _ => [] };
            items[$"oai:x:{number}"] = new($"oai:x:{number}", now, sets, metadata, isDeleted);
        }
    }

    private static async Task HarvestAsync(HarvestBench bench, OaiItem[] items, OaiGranularity granularity, string[] sets)
    {
        var repository = new OaiRepository(Example.Identity(pageSize: 5, granularity), Example.Formats, items, [new("fiction", "F"), new("local", "L")]);
        await using var host = await ProviderHost.StartAsync(repository, bench.Clock);
        var member = Pages.Member(new Uri(host.Url), sets: sets);
        var run = await bench.IncrementalAsync(member with { Source = member.Oai() with { Overlap = TimeSpan.Zero } });
        Assert.That(run.Failure, Is.Null);

        var asked = items.Where(item => sets.Length == 0 || sets.Any(item.BelongsTo)).ToList();
        foreach (var item in asked)
        {
            var stored = await bench.FindAsync(item.Identifier);
            Assert.That(Text(stored), item.Deleted ? Is.Null : Does.Contain(TitleOf(item)), $"{item.Identifier}, run {run.Id}");
        }

        Assert.That(await bench.CountLiveAsync(), Is.EqualTo(asked.Count(item => !item.Deleted)));
        Assert.That(run.From is null, Is.EqualTo(run.Id == 1), "only the first harvest asks for everything");
    }

    private static string TitleOf(OaiItem item) => XElement.Parse(item.Metadata["oai_dc"]).Value;

    private static string? Text(HarvestedRecord? record) => record is HarvestedRecord.Live live ? Encoding.UTF8.GetString(live.Metadata.Span) : null;
}
