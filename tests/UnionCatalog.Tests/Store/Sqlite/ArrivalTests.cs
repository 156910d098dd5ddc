using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Store;
using UnionCatalog.Store.Sqlite;

namespace UnionCatalog.Tests.Store.Sqlite;

/// <summary>The day on which a cluster's first record came stays, whatever becomes of its records.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ArrivalTests : IDisposable
{
    private static readonly SourceId Source = new("koha-school");

    private readonly TempFolder _folder = new();
    private readonly Calendar _calendar = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task A_record_keeps_its_first_day()
    {
        await using var store = await SqliteStore.OpenAsync(_folder.File("store.db"), _calendar, default);
        await OnAsync(store, day: 1, Live("a"), Live("b"));
        await OnAsync(store, day: 2, Live("a", "changed"), Live("c"));
        await OnAsync(store, day: 3, new HarvestedRecord.Deleted(new(Source, "a"), null));
        await OnAsync(store, day: 4, Live("a", "back"), Live("d"));
        await OnAsync(store, day: 2, Live("e"));
        await AssignAsync(store, "abcdea");

        Assert.That(await Task.WhenAll("abcde".Select(letter => ArrivalAsync(store, letter))), Is.EqualTo(new int?[] { 1, 1, 2, 4, 4 }), "a clock that was set back makes no day earlier");
        Assert.That(await store.Clusters.FindArrivalAsync(new ClusterId("none00000000"), default), Is.Null);
    }

    [Test]
    public async Task Clusters_that_have_records_are_listed_in_the_order_of_their_birth()
    {
        await using var store = await SqliteStore.OpenAsync(_folder.File("store.db"), _calendar, default);
        await OnAsync(store, day: 1, Live("a"), Live("b"), Live("c"));
        await AssignAsync(store, "cab");
        await using (var work = await store.Clusters.BeginAsync(default))
        {
            // United: both records are of the one, and the other leads there.
            var (from, to) = ((await work.FindAddressAsync(Named('a')))!, (await work.FindAddressAsync(Named('b')))!);
            await work.RemoveAsync(from.Record);
            await work.PlaceAsync(new Placement(from.Record, 0, to.Number, 1));
            await work.RedirectAsync(from.Number, to.Number);
            await work.CommitAsync();
        }

        var living = await store.Clusters.ListLivingAsync(0, 10, default);
        Assert.That(living.Select(cluster => cluster.Id), Is.EqualTo([Named('c'), Named('b')]));
        Assert.That(living.Select(cluster => cluster.Changed), Has.All.EqualTo(_calendar.GetUtcNow()));
        Assert.That(await store.Clusters.ListLivingAsync(living[0].Number, 1, default), Is.EqualTo(living.Skip(1)));
        Assert.That(await store.Clusters.ListLivingAsync(living[1].Number, 1, default), Is.Empty);
    }

    private async Task OnAsync(OpenStore store, int day, params HarvestedRecord[] records)
    {
        _calendar.Day = day;
        var run = await store.Harvests.BeginRunAsync(Source, new RunStart { Scope = HarvestScope.Full, MetadataPrefix = "marcxml", Started = _calendar.GetUtcNow() }, default);
        await store.Harvests.AppendPageAsync(new HarvestPage { RunId = run.Id, Records = records, Next = new ListPosition(0, null) }, default);
        await store.Harvests.EndRunAsync(run.Id, new RunEnd { Ended = _calendar.GetUtcNow() }, default);
    }

    /// <summary>A cluster for each record that is named, in this order, called after it.</summary>
    private static async Task AssignAsync(OpenStore store, string letters)
    {
        await using var work = await store.Clusters.BeginAsync(default);
        var numbers = new Dictionary<string, long>();
        for (var changes = await work.ReadChangesAsync(100); changes.Count > 0; changes = await work.ReadChangesAsync(100))
        {
            foreach (var change in changes)
            {
                numbers[change.Subject.Key.Identifier] = change.Record;
            }
        }

        foreach (var letter in letters.Distinct())
        {
            var address = await work.AddAddressAsync(Named(letter), numbers[$"{letter}"]);
            await work.PlaceAsync(new Placement(numbers[$"{letter}"], 0, address, 1));
            await work.TouchAsync(address);
        }

        await work.CommitAsync();
    }

    private static ClusterId Named(char letter) => new($"{letter}00000000000");

    private static async Task<int?> ArrivalAsync(OpenStore store, char letter) =>
        await store.Clusters.FindArrivalAsync(Named(letter), default) is { } day ? day.DayNumber - Calendar.Start.DayNumber : null;

    private static HarvestedRecord.Live Live(string identifier, string content = "x") =>
        new(new(Source, identifier), null, MetadataFormat.MarcXml, Encoding.UTF8.GetBytes(content));

    private sealed class Calendar : TimeProvider
    {
        public static readonly DateOnly Start = new(2026, 1, 1);

        public int Day { get; set; }

        public override DateTimeOffset GetUtcNow() => new(Start.AddDays(Day).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
    }
}
