using System.Globalization;
using System.Text;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Store;

/// <summary>Random pages, restarts, pulls, clusters and reopenings, compared with <see cref="StoreModel"/> after every step.</summary>
public abstract class RandomWorkContract : StoreContract
{
    private readonly StoreModel _model = new();
    private readonly Dictionary<SourceId, HarvestRun> _runs = [];
    private long _seenClusterChange;
    private Random _random = new(0);

    [Test]
    public async Task Whatever_happens_the_store_holds_what_the_model_holds([Range(1, 6)] int seed)
    {
        _random = new Random(seed);
        _runs[Koha] = await BeginRunAsync();
        _runs[Slims] = await BeginRunAsync(Slims);
        for (var step = 0; step < 100; step++)
        {
            await StepAsync();
            Assert.That(await HeldAsync(), Is.EqualTo(Expected()), $"seed {seed}, step {step}");
        }
    }

    private Task StepAsync()
    {
        var source = _random.Next(2) == 0 ? Koha : Slims;
        return _random.Next(20) switch
        {
            < 9 => AppendPageAsync(source),
            < 15 => ClusterAsync(),
            < 16 => RestartAsync(source),
            < 17 => NextRunAsync(source),
            < 18 => LookAtClustersAsync(),
            < 19 => ReopenAsync(),
            _ => _random.Next(4) == 0 ? ResetAsync() : ReopenAsync(),
        };
    }

    private async Task AppendPageAsync(SourceId source)
    {
        var told = Enumerable.Range(0, _random.Next(8))
            .Select(_ => (Key: Key($"{_random.Next(15)}", source), Content: _random.Next(4) is var content and > 0 ? $"content {content}" : null))
            .ToList();
        var page = new HarvestPage
        {
            RunId = _runs[source].Id,
            Records = [.. told.Select(one => one.Content is { } content ? Live(one.Key.Identifier, content, source) : Deleted(one.Key.Identifier, source))],
            Next = new ListPosition(_random.Next(3), $"{_random.Next()}"),
        };
        var expected = _model.Append(told) with { Requests = 1 };

        Assert.That(await Harvests.AppendPageAsync(page, default), Is.EqualTo(expected));
        _runs[source] = _runs[source] with { Position = page.Next, Counts = _runs[source].Counts + expected };
    }

    private async Task RestartAsync(SourceId source)
    {
        await Harvests.RestartRunAsync(_runs[source].Id, default);
        _runs[source] = _runs[source] with { Position = new ListPosition(0, null) };
    }

    private async Task NextRunAsync(SourceId source)
    {
        await Harvests.EndRunAsync(_runs[source].Id, new RunEnd { Ended = Noon, Failure = _random.Next(2) == 0 ? "gave up" : null }, default);
        _runs[source] = await BeginRunAsync(source);
    }

    private async Task ClusterAsync()
    {
        await using var work = await Clusters.BeginAsync(default);
        var limit = _random.Next(1, 12);
        var changes = await work.ReadChangesAsync(limit);
        Assert.That(changes.Select(change => change.Subject.Key), Is.EqualTo(_model.RecordLog.Take(limit)));

        var kept = _random.Next(4) > 0;
        foreach (var change in changes)
        {
            await PlaceAsync(work, change, kept ? _model : new StoreModel());
        }

        if (kept)
        {
            await work.CommitAsync();
            _model.RecordLog.RemoveRange(0, changes.Count);
        }
    }

    private async Task PlaceAsync(IClusteringWork work, RecordChange change, StoreModel model)
    {
        var record = change.Subject;
        if (record is HarvestedRecord.Live)
        {
            var cluster = new ClusterId($"c{_random.Next(5)}");
            await AssignAsync(work, cluster, change.Record);
            model.Assign(cluster, record.Key);
        }
        else
        {
            await TakeOutAsync(work, change.Record);
            model.Remove(record.Key);
        }
    }

    private async Task LookAtClustersAsync()
    {
        var changes = await Clusters.ReadChangesAsync(_seenClusterChange, int.MaxValue, default);
        _seenClusterChange = changes is [.., var last] ? last.Number : _seenClusterChange;
        _model.ClusterLog.Clear();
    }

    private async Task ResetAsync()
    {
        // The log of records is not known to the model from its start: pull the rest first, then everything anew.
        await PullAsync();
        await Clusters.ResetAsync(default);
        _model.RecordLog.Clear();
        var all = (await PullAsync()).Select(change => change.Subject.Key).ToList();
        Assert.That(all, Is.Unique.And.SupersetOf(_model.Records.Where(record => record.Value is not null).Select(record => record.Key)));
    }

    private async Task<string> HeldAsync()
    {
        var text = new StringBuilder();
        text.AppendLine(Line(await Harvests.FindRunningAsync(Koha, default))).AppendLine(Line(await Harvests.FindRunningAsync(Slims, default)));
        foreach (var key in _model.Records.Keys)
        {
            text.AppendLine(Show(await Harvests.FindRecordAsync(key, default)));
        }

        var live = await Harvests.CountLiveAsync(default);
        text.AppendLine(CultureInfo.InvariantCulture, $"{live.GetValueOrDefault(Koha)} {live.GetValueOrDefault(Slims)}");
        var members = new List<string>();
        await foreach (var (cluster, records) in Clusters.ListAsync(default))
        {
            members.AddRange(records.Select(record => $"{record} {cluster}"));
        }

        var log = await Clusters.ReadChangesAsync(_seenClusterChange, int.MaxValue, default);
        return Finish(text, members, log.Select(change => change.Subject), await Clusters.CountAsync(default));
    }

    private string Expected()
    {
        var text = new StringBuilder().AppendLine(Line(_runs[Koha])).AppendLine(Line(_runs[Slims]));
        foreach (var (key, content) in _model.Records)
        {
            text.AppendLine(Show(content is null ? Deleted(key.Identifier, key.Source) : Live(key.Identifier, content, key.Source)));
        }

        var live = _model.Records.Where(record => record.Value is not null).ToLookup(record => record.Key.Source);
        text.AppendLine(CultureInfo.InvariantCulture, $"{live[Koha].Count()} {live[Slims].Count()}");
        var members = _model.Clusters.Select(member => $"{member.Key} {member.Value}");
        return Finish(text, members, _model.ClusterLog, _model.Clusters.Values.Distinct().Count());
    }

    private static string Line(HarvestRun? run) => $"{run}";

    private static string Finish(StringBuilder text, IEnumerable<string> members, IEnumerable<ClusterId> log, long clusters) => text
        .AppendJoin('\n', members.Order(StringComparer.Ordinal)).AppendLine()
        .AppendJoin(' ', log).AppendLine()
        .Append(clusters).ToString();
}
