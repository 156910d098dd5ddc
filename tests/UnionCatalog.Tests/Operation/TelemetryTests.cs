using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using UnionCatalog.Harvesting;
using UnionCatalog.Members;
using UnionCatalog.Store;
using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Harvesting;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.Operation;

/// <summary>What the running service measures of its harvests.</summary>
internal sealed class TelemetryTests
{
    private const string First = "verb=ListRecords&metadataPrefix=oai_dc";

    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> _measured = new();
    private ReplayServer _library = null!;
    private RunningService _service = null!;
    private MeterListener _listener = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _library = (await ReplayServer.StartAsync())
            .On("verb=Identify", OaiPages.Identify())
            .On(First, OaiPages.List([1, 2], token: "more"))
            .On("verb=ListRecords&resumptionToken=more", OaiPages.List(OaiPages.Record("oai:x:3") + OaiPages.Record("oai:x:4", metadata: "")));
        _service = await RunningService.StartAsync(new MemberDirectory([OaiPages.Member(_library.Address)]));
        var meters = _service.Services.GetRequiredService<IMeterFactory>();
        _listener = new() { InstrumentPublished = (instrument, listener) => Listen(instrument, listener, meters) };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    [TearDown]
    public async Task StopAsync()
    {
        _listener.Dispose();
        await _service.DisposeAsync();
        await _library.DisposeAsync();
    }

    [Test]
    public async Task A_harvest_counts_its_records_and_requests_and_how_long_it_took_by_member()
    {
        await HarvestAsync();

        Assert.That(Sum("unioncatalog.harvest.records", "member=sma-contoh outcome=new"), Is.EqualTo(3));
        Assert.That(Sum("unioncatalog.harvest.records", "member=sma-contoh outcome=set_aside"), Is.EqualTo(1));
        Assert.That(Sum("unioncatalog.harvest.requests", "member=sma-contoh"), Is.EqualTo(3));
        Assert.That(Count("unioncatalog.harvest.duration", "member=sma-contoh status=completed"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_second_harvest_counts_what_changed_and_what_was_deleted()
    {
        await HarvestAsync();
        _library.On(First, OaiPages.List(OaiPages.Deleted("oai:x:1") + OaiPages.Record("oai:x:2", OaiPages.Dublin.Replace("Laskar", "Sang", StringComparison.Ordinal))));

        await HarvestAsync();

        Assert.That(Sum("unioncatalog.harvest.records", "member=sma-contoh outcome=changed"), Is.EqualTo(1));
        Assert.That(Sum("unioncatalog.harvest.records", "member=sma-contoh outcome=deleted"), Is.EqualTo(1));
    }

    [Test]
    public async Task The_age_of_the_last_complete_harvest_is_measured_when_asked_for()
    {
        _listener.RecordObservableInstruments();
        Assert.That(Count("unioncatalog.harvest.age", "member=sma-contoh"), Is.Zero, "never harvested");

        await HarvestAsync();
        _listener.RecordObservableInstruments();

        Assert.That(Count("unioncatalog.harvest.age", "member=sma-contoh"), Is.EqualTo(1));
        Assert.That(Sum("unioncatalog.harvest.age", "member=sma-contoh"), Is.InRange(0, 600));
    }

    [Test]
    public async Task A_harvest_is_an_activity_and_each_of_its_pages_one_within_it()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == HarvestTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var test = new Activity("test").Start();

        await HarvestAsync();

        var ours = ended.Where(activity => activity.TraceId == test.TraceId).ToList();
        var run = ours.Single(activity => activity.OperationName == "harvest");
        Assert.That(run.GetTagItem("member"), Is.EqualTo("sma-contoh"));
        Assert.That(run.Status, Is.EqualTo(ActivityStatusCode.Ok));
        Assert.That(
            ours.Where(activity => activity.OperationName == "harvest page").Select(page => page.ParentSpanId),
            Is.EqualTo(new[] { run.SpanId, run.SpanId }));
    }

    /// <summary>Only the meters of this service: other tests harvest at the same time.</summary>
    private static void Listen(Instrument instrument, MeterListener listener, IMeterFactory meters)
    {
        if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Meter.Name == HarvestTelemetry.Name)
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));

    private double Sum(string instrument, string tags) => Of(instrument, tags).Sum(measured => measured.Value);

    private int Count(string instrument, string tags) => Of(instrument, tags).Count();

    private IEnumerable<(string Instrument, double Value, string Tags)> Of(string instrument, string tags) =>
        _measured.Where(measured => measured.Instrument == instrument && measured.Tags == tags);

    private Task<HarvestRun?> HarvestAsync() => _service.Services.GetRequiredService<Harvester>().HarvestAsync(
        _service.Members.All.Single(), HarvestScope.Full, null, default);
}
