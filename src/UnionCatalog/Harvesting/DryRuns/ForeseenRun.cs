using System.Diagnostics;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.DryRuns;

/// <summary>One run as it would be stored. Used by one harvest at a time.</summary>
/// <param name="real">The store that is compared with.</param>
/// <param name="run">The run at its start.</param>
internal sealed class ForeseenRun(IHarvestStore real, HarvestRun run)
{
    private readonly ForeseenRecords _told = new();
    private readonly ForeseenSamples _samples = new(real);
    private long _absent;

    /// <summary>The run as far as it has come.</summary>
    public HarvestRun Run { get; private set; } = run;

    /// <summary>How many records without an identifier were set aside.</summary>
    public long Unidentified { get; private set; }

    /// <summary>What it would have changed.</summary>
    public DryRun Result => new(Run.Source, Run.Counts, _absent, Run.Failure, Run.Notice, _samples.All);

    /// <summary>Takes a page as the real store would.</summary>
    public async Task<RunCounts> AppendAsync(HarvestPage page, CancellationToken cancellation)
    {
        var counts = new RunCounts { SetAside = page.SetAside.Count, Mended = page.IsMended ? 1 : 0, Requests = page.Requests, Retries = page.Retries };
        foreach (var record in page.SetAside)
        {
            Unidentified += record.Identifier is null ? 1 : 0;
            _told.NoteUnreadable(record.Identifier);
            _samples.Add(record);
        }

        // As the real store: of a record that the page tells more than once, the last is taken.
        foreach (var record in page.Records.Reverse().DistinctBy(record => record.Key.Identifier).Reverse())
        {
            counts += await TakeAsync(record, cancellation);
        }

        Run = Run with { Position = page.Next, Counts = Run.Counts + counts, Notice = null, Cause = null };
        return counts;
    }

    public HarvestRun Pause(RunPause pause) => Run = Run with { Notice = pause.Notice, Cause = pause.Cause, Counts = Run.Counts + pause.Extra };

    public async Task<HarvestRun> EndAsync(RunEnd end, CancellationToken cancellation)
    {
        var gone = end is { Failure: null, Absences: { } limit } && Run.IsSweep ? await MissAsync(limit, cancellation) : new RunCounts();
        return Run = Run with
        {
            Status = end.Failure is null ? RunStatus.Completed : RunStatus.Failed,
            Ended = end.Ended,
            Failure = end.Failure,
            Cause = end.Cause,
            Notice = end.Notice,
            Counts = Run.Counts + end.Extra + gone,
        };
    }

    private async Task<RunCounts> TakeAsync(HarvestedRecord record, CancellationToken cancellation)
    {
        var after = ForeseenRecords.StateOf(record);
        var before = _told.Find(record.Key.Identifier) ?? ForeseenRecords.StateOf(await real.FindRecordAsync(record.Key, cancellation));
        _told.Note(record.Key.Identifier, after);
        switch (record)
        {
            case var _ when before == after:
                return new RunCounts { Unchanged = 1 };
            case HarvestedRecord.Live live:
                var isNew = !before.IsLive;
                _samples.Add(isNew ? ForeseenChange.New : ForeseenChange.Changed, live);
                return isNew ? new RunCounts { New = 1 } : new RunCounts { Changed = 1 };
            case HarvestedRecord.Deleted when before.IsLive && Run.IsSweep:
                _told.Forget(record.Key.Identifier); // decided at the end, with all that the whole list lacks
                return new RunCounts();
            case HarvestedRecord.Deleted when before.IsLive:
                await _samples.AddAsync(ForeseenChange.Deleted, record.Key, cancellation);
                return new RunCounts { Deleted = 1 };
            case HarvestedRecord.Deleted:
                return new RunCounts(); // of what was never there
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>What a complete sweep did not tell.</summary>
    private async Task<RunCounts> MissAsync(Members.RemovalLimit limit, CancellationToken cancellation)
    {
        var missing = new List<RecordKey>();
        long absent = 0;
        await foreach (var identifier in real.ListRemovableAsync(Run.Source, cancellation))
        {
            if (!_told.Has(identifier))
            {
                absent++;
                if (missing.Count < ForeseenSamples.MostOfAKind)
                {
                    missing.Add(new(Run.Source, identifier));
                }
            }
        }

        var live = (await real.CountLiveAsync(cancellation)).GetValueOrDefault(Run.Source) + Run.Counts.New - Run.Counts.Deleted;
        var isHeld = limit.Holds(absent, live);
        foreach (var key in missing)
        {
            await _samples.AddAsync(isHeld ? ForeseenChange.Held : ForeseenChange.Absent, key, cancellation);
        }

        _absent = isHeld ? 0 : absent;
        return isHeld ? new RunCounts { Held = absent } : new RunCounts { Deleted = absent };
    }
}
