using Microsoft.Extensions.Logging;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Clusters;

/// <summary>A slip of ours in one record is told, and stops nothing.</summary>
internal sealed class FeatureReadingTests
{
    [Test]
    public void A_record_whose_features_cannot_be_read_is_told_and_stands_alone()
    {
        var log = new Told();
        var reading = new FeatureReading(new([]), log, static record => record.Title.Proper == "Bad" ? throw new InvalidOperationException("as odd input would make it") : MatchFeatures.From(record));
        var good = reading.Read((HarvestedRecord.Live)Catalogue.Record("sma", "1", ("title", "Good")));
        var bad = reading.Read((HarvestedRecord.Live)Catalogue.Record("sma", "2", ("title", "Bad")));

        Assert.That(good!.Features.Title.Proper, Is.EqualTo("good"));
        Assert.That(bad, Is.Not.Null, "it is in the catalogue");
        Assert.That(ProfileDraft.Of(bad!.Features, null).IsPoor, "and is compared with nothing");
        Assert.That(log.Slips.Single().Message, Does.Contain("sma/2"));
        Assert.That(log.Slips.Single().Slip, Is.InstanceOf<InvalidOperationException>());
    }

    [Test]
    public async Task A_record_that_throws_in_reading_is_told_and_keeps_no_other_out()
    {
        var log = new Told();
        Assert.That(new FeatureReading(new([]), log).Read(OfNoFormat("1")), Is.Null);
        Assert.That(log.Slips.Single().Message, Does.Contain("sma/1"));

        await using var catalogue = await Catalogue.OpenAsync();
        await catalogue.StoreAsync([OfNoFormat("1"), Catalogue.Record("sma", "2", ("title", "Good"))]);
        await catalogue.CatchUpAsync();
        Assert.That(await catalogue.PartitionAsync(), Is.EqualTo(new[] { "sma/2" }));
    }

    // What a later version stored, and an earlier one is asked to read.
    private static HarvestedRecord.Live OfNoFormat(string identifier) =>
        new(new(new("sma"), identifier), null, (MetadataFormat)99, "of a later version"u8.ToArray());

    private sealed class Told : ILogger
    {
        public List<(string Message, Exception? Slip)> Slips { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel level) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> format) =>
            Slips.Add((format(state, exception), exception));
    }
}
