using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.DryRuns;

/// <summary>The first records of each kind of change, with their titles.</summary>
internal sealed class ForeseenSamples(IHarvestStore real)
{
    /// <summary>The most that are shown of one kind.</summary>
    public const int MostOfAKind = 5;

    private readonly List<DryRunSample> _all = [];

    public IReadOnlyList<DryRunSample> All => [.. _all.OrderBy(sample => sample.Change)];

    public void Add(SetAsideRecord record) => Add(ForeseenChange.SetAside, record.Identifier, () => record.Reason);

    public void Add(ForeseenChange change, HarvestedRecord.Live record) => Add(change, record.Key.Identifier, () => TitleOf(record));

    /// <summary>Adds a record that is there no more as the store has it still.</summary>
    public async Task AddAsync(ForeseenChange change, RecordKey key, CancellationToken cancellation)
    {
        if (HasRoom(change))
        {
            var record = await real.FindRecordAsync(key, cancellation);
            Add(change, key.Identifier, () => record is HarvestedRecord.Live live ? TitleOf(live) : "");
        }
    }

    private void Add(ForeseenChange change, string? identifier, Func<string> says)
    {
        if (HasRoom(change))
        {
            _all.Add(new(change, identifier, says()));
        }
    }

    private bool HasRoom(ForeseenChange change) => _all.Count(sample => sample.Change == change) < MostOfAKind;

    private static string TitleOf(HarvestedRecord.Live record) =>
        RecordReader.Read(record.Format, record.Metadata, new HoldingsMapping()) is RecordReading.Readable readable ? readable.Record.Title.Proper : "";
}
