using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using UnionCatalog.Harvesting;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Members;
using UnionCatalog.Search;
using UnionCatalog.Server.Commands;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Store;
using UnionCatalog.Tests.FullText;
using UnionCatalog.Tests.Harvesting;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.Jobs;

/// <summary>The nights of a service with a real scheduler, store and index, and a member that can be held up.</summary>
internal sealed class NightTests
{
    private const string First = "verb=ListRecords&metadataPrefix=oai_dc";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private SemaphoreSlim _asked = null!;
    private readonly ConcurrentQueue<string> _log = new();
    private TempFolder _folder = null!;
    private ReplayServer _library = null!;
    private Server.DataFolder _data = null!;
    private MemberDirectory _members = null!;
    private ServiceProvider _services = null!;
    private IScheduler _scheduler = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _folder = new();
        _asked = new(0);
        _log.Clear();
        _library = (await ReplayServer.StartAsync()).On("verb=Identify", OaiPages.Identify()).On(First, OaiPages.List([1]));
        _library.Arrived = request =>
        {
            if (request.StartsWith("verb=ListRecords", StringComparison.Ordinal))
            {
                _asked.Release();
            }
        };
        _data = await Server.DataFolder.OpenAsync(_folder.Path, TimeProvider.System, default);
        _members = new([]);
        await StartServiceAsync();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await StopServiceAsync();
        await _data.DisposeAsync();
        await _library.DisposeAsync();
        _asked.Dispose();
        _folder.Dispose();
    }

    private async Task StartServiceAsync()
    {
        _services = Services();
        _scheduler = await _services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await Worker.StartAsync(default);
        await _services.GetRequiredService<HarvestSchedule>().StartAsync(default);
        await _scheduler.Start();
    }

    private async Task StopServiceAsync()
    {
        await _services.GetRequiredService<HarvestSchedule>().StopAsync(default);
        await _scheduler.Shutdown(waitForJobsToComplete: true);
        await Worker.StopAsync(default);
        await _services.DisposeAsync();
    }

    /// <summary>What the schedule looks like when the service was not run for so long.</summary>
    private async Task<DateTimeOffset?> SetBackAsync(TimeSpan time)
    {
        await using var services = Services();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var missed = await HarvestJob.SetHourAsync(scheduler, Member("one"), DateTimeOffset.UtcNow - time, default);
        await scheduler.Shutdown();
        return missed;
    }

    private CatalogWorker Worker => _services.GetRequiredService<CatalogWorker>();

    [Test]
    public async Task A_new_member_is_harvested_at_once_and_found()
    {
        _members.Replace([Member("one")]);

        await UntilAsync(() => _data.Index.CountDocuments() == 1);

        Assert.That((await _data.Store.Harvests.ListLatestRunsAsync(default)).Single().Status, Is.EqualTo(RunStatus.Completed));
        Assert.That(_library.Requests.Count(request => request == First), Is.EqualTo(1), "once, not once a missed night");
    }

    [Test]
    public async Task A_member_is_never_harvested_twice_together()
    {
        _library.On(First, OaiPages.List([1]) with { Stalls = true }, OaiPages.List([1]));
        _members.Replace([Member("one")]);
        Assert.That(await _asked.WaitAsync(Patience), Is.True);

        // Its file changes, and somebody is impatient, while the first request hangs.
        _members.Replace([Member("one") with { Name = "Changed" }]);
        await UntilAsync(async () => await CountBlockedAsync() == 2);
        await _scheduler.TriggerJob(HarvestJob.KeyOf(Member("one").Id));
        await UntilAsync(async () => await CountBlockedAsync() == 3);

        Assert.That(_library.Requests.Count(request => request == First), Is.EqualTo(1));
    }

    [Test]
    public async Task A_member_that_may_not_be_asked_now_is_asked_when_its_hours_begin()
    {
        var local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")).DateTime);
        var source = Member("one").Oai() with { AllowedHours = new(local.AddHours(3), local.AddHours(4)) };
        var hours = new AskingTimes(source).NextHours(DateTimeOffset.UtcNow);

        _members.Replace([Member("one") with { Source = source }]);

        await UntilAsync(async () => (await _scheduler.GetTrigger(HarvestJob.HourOf(Member("one").Id)))?.NextFireTimeUtc == hours);
        Assert.That(_library.Requests, Is.Empty);
    }

    [Test]
    public async Task A_member_that_is_gone_is_scheduled_no_more_and_stays_searchable()
    {
        _members.Replace([Member("one")]);
        await UntilAsync(() => _data.Index.CountDocuments() == 1);
        Assert.That(await _scheduler.GetJobDetail(HarvestJob.KeyOf(Member("one").Id)), Is.Not.Null);

        _members.Replace([]);

        await UntilAsync(async () => await _scheduler.GetJobDetail(HarvestJob.KeyOf(Member("one").Id)) is null);
        Assert.That(_data.Index.CountDocuments(), Is.EqualTo(1));
    }

    [Test]
    public async Task An_hour_that_went_by_while_nothing_ran_is_made_up_once()
    {
        _members.Replace([Member("one")]);
        await UntilAsync(() => _data.Index.CountDocuments() == 1);
        await StopServiceAsync();
        var missed = (await SetBackAsync(TimeSpan.FromDays(10)))!.Value;
        _library.On(First + "&from=2026-11-20T16:00:00Z", OaiPages.List([2]));

        await StartServiceAsync();

        await UntilAsync(() => _data.Index.CountDocuments() == 2);
        var next = await _scheduler.GetTrigger(HarvestJob.HourOf(Member("one").Id));
        Assert.That(next!.NextFireTimeUtc, Is.GreaterThan(DateTimeOffset.UtcNow).And.GreaterThan(missed), "and the next hour stands");
        Assert.That(_library.Requests.Count(request => request.StartsWith(First, StringComparison.Ordinal)), Is.EqualTo(2), "once, not once a missed night");
    }

    [Test]
    public async Task A_schedule_that_stands_survives_a_restart_and_a_damaged_one_is_made_anew()
    {
        _members.Replace([Member("one")]);
        await UntilAsync(() => _data.Index.CountDocuments() == 1);
        var hour = (await _scheduler.GetTrigger(HarvestJob.HourOf(Member("one").Id)))!.NextFireTimeUtc;
        await StopServiceAsync();
        await StartServiceAsync();
        Assert.That((await _scheduler.GetTrigger(HarvestJob.HourOf(Member("one").Id)))!.NextFireTimeUtc, Is.EqualTo(hour));
        await StopServiceAsync();
        await File.WriteAllTextAsync(_folder.File(ScheduleFile.Name), "no database");

        await StartServiceAsync();

        await UntilAsync(async () => await _scheduler.GetTrigger(HarvestJob.HourOf(Member("one").Id)) is { } again && again.NextFireTimeUtc == hour);
    }

    [Test]
    public async Task Another_place_is_found_without_waiting_for_a_harvest()
    {
        _members.Replace([Member("one")]);
        await UntilAsync(() => _data.Index.CountDocuments() == 1);

        _members.Replace([Member("one") with { Place = "Bantul" }]);

        var search = _services.GetRequiredService<CatalogSearch>();
        await UntilAsync(() => search.Search(new SearchRequest()).Facets[SearchFacet.Place] is [{ Value: "Bantul", Count: 1 }]);
    }

    [Test]
    public async Task A_fault_does_not_end_the_pulls()
    {
        // The index cannot be written while somebody else drafts in it.
        await Worker.StopAsync(default);
        using var worker = ActivatorUtilities.CreateInstance<CatalogWorker>(_services, new HastyTime());
        await worker.StartAsync(default);
        await UntilAsync(() => File.Exists(_folder.File("indexed-libraries.json")));
        var draft = _data.Index.BeginDraft();
        _members.Replace([Member("one")]);
        await UntilAsync(() => _log.Any(line => line.StartsWith("The clusters and the index could not be brought up to date", StringComparison.Ordinal)));
        draft.Dispose();

        await UntilAsync(() => _data.Index.CountDocuments() == 1);
        await worker.StopAsync(default);
    }

    /// <summary>How many triggers wait because the member is being harvested.</summary>
    private async Task<int> CountBlockedAsync()
    {
        var blocked = 0;
        foreach (var trigger in await _scheduler.GetTriggersOfJob(HarvestJob.KeyOf(Member("one").Id)))
        {
            blocked += await _scheduler.GetTriggerState(trigger.Key) == TriggerState.Blocked ? 1 : 0;
        }

        return blocked;
    }

    private Member Member(string id) => HarvestScheduleTests.Member(id, 60) with
    {
        Source = HarvestScheduleTests.Member(id, 60).Oai() with { BaseUrl = _library.Address, MetadataPrefix = "oai_dc", Retries = 0 },
    };

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new Lines(_log))).AddSingleton(TimeProvider.System).AddSingleton(_members);
        services.AddStore(_data.Store).AddHarvesting(new HarvestOptions()).AddMatching().AddSearch(_data.Index)
            .AddCatalogUpdates(new ServiceSettings(_folder.Path, _folder.Path, "localhost", 1, null, false));
        services.AddSingleton<HarvestSchedule>().AddQuartz(quartz => quartz.UsePersistentStore(ScheduleFile.In(_folder.Path)))
            .Configure<QuartzSchedulerOptions>(quartz => quartz.ShutdownJobInterruption = ShutdownJobInterruption.Always);
        return services.BuildServiceProvider();
    }

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>Time whose minutes are short.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 100 : dueTime, period);
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
