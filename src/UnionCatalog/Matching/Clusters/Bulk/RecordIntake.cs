using UnionCatalog.Matching.Candidates;
using UnionCatalog.Store;

namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>Reads all records of a snapshot into tables: the next ones from the disk while those before are being read.</summary>
internal sealed class RecordIntake
{
    private const int RecordsAtOnce = 2_048;

    private readonly IRecordSnapshot _snapshot;
    private readonly FeatureReading _reading;
    private readonly HashSet<long> _decided;

    public RecordIntake(IRecordSnapshot snapshot, FeatureReading reading, ClusterOptions options)
    {
        (_snapshot, _reading) = (snapshot, reading);
        _decided = [.. snapshot.Overrides.SelectMany(decision => (long[])[decision.A, decision.B])];
        Blocks = new BlockTable(Profiles, options);
    }

    /// <summary>The profiles.</summary>
    public ProfileTable Profiles { get; } = new();

    /// <summary>Their blocks.</summary>
    public BlockTable Blocks { get; }

    /// <summary>The records.</summary>
    public RecordTable Records { get; } = new();

    /// <summary>What persons decided, of those records that are there.</summary>
    public Decisions Decisions => new(Decided(OverrideKind.Together), Decided(OverrideKind.Apart));

    /// <summary>Reads all.</summary>
    /// <param name="progress">Told the number of records that were read so far; null for nobody.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task ReadAsync(Action<long>? progress, CancellationToken cancellation)
    {
        var next = Task.Run(() => _snapshot.Read(RecordsAtOnce), cancellation);
        try
        {
            while (await next is { Count: > 0 } records)
            {
                cancellation.ThrowIfCancellationRequested();
                next = Task.Run(() => _snapshot.Read(RecordsAtOnce), CancellationToken.None);
                Take(records, cancellation);
                progress?.Invoke(Records.Count);
            }
        }
        finally
        {
            await Task.WhenAny(next); // it reads from what the caller is about to close
        }

        Profiles.Seal();
    }

    private void Take(IReadOnlyList<PackedRecord> records, CancellationToken cancellation)
    {
        var prepared = new (ProfileDraft Draft, long[] Blocks, long Name, int Holdings)?[records.Count];
        Parallel.For(
            0, records.Count, new ParallelOptions { MaxDegreeOfParallelism = BulkDrawing.Degree, CancellationToken = cancellation },
            row => prepared[row] = Prepare(records[row]));
        for (var row = 0; row < records.Count; row++)
        {
            if (prepared[row] is { } ready)
            {
                Add(records[row], ready.Draft, ready.Blocks, ready.Name, ready.Holdings);
            }
        }
    }

    private (ProfileDraft Draft, long[] Blocks, long Name, int Holdings)? Prepare(PackedRecord record) =>
        _reading.Read(record.Unpack()) is not var (features, holdings) ? null : (
            ProfileDraft.Of(features, _decided.Contains(record.Record) ? record.Key : null),
            [.. BlockingKeys.Of(features).Select(block => block.Hash)],
            ClusterNames.BitsAfter(record.Key, 0),
            holdings);

    private void Add(PackedRecord record, ProfileDraft draft, long[] blocks, long name, int holdings)
    {
        var (profile, isNew) = Profiles.Add(draft, _decided.Contains(record.Record) ? record.Record : null);
        foreach (var block in isNew ? blocks : [])
        {
            Blocks.Add(block, profile);
        }

        Records.Add(record.Record, profile, name, holdings, record.Change > _snapshot.Known);
    }

    private List<(int Left, int Right)> Decided(OverrideKind kind)
    {
        var pairs = new List<(int Left, int Right)>();
        foreach (var decision in _snapshot.Overrides.Where(decision => decision.Kind == kind))
        {
            if (Records.Find(decision.A) is { } a && Records.Find(decision.B) is { } b)
            {
                pairs.Add((Records.ProfileOf(a), Records.ProfileOf(b)));
            }
        }

        return pairs;
    }
}
