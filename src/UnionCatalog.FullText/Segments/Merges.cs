namespace UnionCatalog.FullText.Segments;

/// <summary>
/// Merges the segments of an index: one after the other in the background, and where someone asks for it or there are too
/// many, on the caller's own thread. No segment is in two merges at once.
/// </summary>
/// <param name="folder">The index's folder.</param>
/// <param name="state">What merged segments are published in.</param>
/// <param name="options">How much it may use of the machine.</param>
/// <param name="written">Makes ready a merged segment before it is published.</param>
internal sealed class Merges(IndexFolder folder, CommittedState state, IndexOptions options, Action<MergeJob, Segment> written) : IDisposable
{
    /// <summary>With more segments than this a commit lends a hand, or waits.</summary>
    private const int Crowd = 30;

    private readonly CancellationTokenSource _stop = new();

    /// <summary>Guards what follows; pulsed when any of it changes.</summary>
    private readonly object _gate = new();
    private readonly HashSet<Segment> _busy = [];
    private bool _isExclusive;
    private bool _isDue;
    private bool _isWorking;
    private bool _isStopped;
    private int _waiting;
    private Exception? _failure;
    private Thread? _thread;

    /// <summary>Something was committed: what should be merged now is merged in the background.</summary>
    public void Begin()
    {
        if (!options.MergesInBackground)
        {
            return;
        }

        lock (_gate)
        {
            if (_isStopped)
            {
                return;
            }

            _isDue = true;
            _failure = null;
            _thread ??= BackgroundThread.Start("UnionCatalog.FullText merges", Work);
            Monitor.PulseAll(_gate);
        }
    }

    /// <exception cref="IndexDamagedException">The last merge came upon damage.</exception>
    public void ThrowIfDamaged()
    {
        lock (_gate)
        {
            if (_failure is IndexDamagedException damage)
            {
                throw new IndexDamagedException(damage.File, damage.Reason);
            }
        }
    }

    /// <summary>Keeps a writer from making segments faster than they are merged; the commit before was whole whatever happens.</summary>
    public void HoldBack()
    {
        try
        {
            LendAHand();
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            // The index is being disposed of.
        }
    }

    private void LendAHand()
    {
        while (options.MergesInBackground && CountSegments() > Crowd)
        {
            var chosen = Choose();
            if (chosen is not null)
            {
                try
                {
                    Merge(chosen, rate: null, _stop.Token);
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    // The commit before was whole all the same.
                    Fail(error);
                }
            }

            lock (_gate)
            {
                if (_failure is not null || _isStopped)
                {
                    return;
                }

                if (chosen is null)
                {
                    if (_busy.Count == 0)
                    {
                        return;
                    }

                    Wait(CancellationToken.None);
                }
            }
        }
    }

    /// <summary>Merges down to so many segments, at full speed.</summary>
    public void MergeTo(int count, CancellationToken cancellation)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _stop.Token);
        BeginExclusive(cancellation);
        try
        {
            while (ChooseTo(count) is { } chosen)
            {
                Merge(chosen, rate: null, both.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(SearchIndex));
        }
        finally
        {
            lock (_gate)
            {
                _isExclusive = false;
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <exception cref="IOException">The last merge in the background failed.</exception>
    public void WaitForAll(CancellationToken cancellation)
    {
        lock (_gate)
        {
            while ((_isDue || _isWorking || _busy.Count > 0) && _failure is null && !_isStopped)
            {
                Wait(cancellation);
            }

            if (_failure is not null)
            {
                throw new IOException($"A merge failed, and the index is as it was: {_failure.Message}", _failure);
            }
        }
    }

    /// <summary>Stops what is running, and waits for its end.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isStopped = true;
            _stop.Cancel();
            Monitor.PulseAll(_gate);
            while (_busy.Count > 0)
            {
                Monitor.Wait(_gate);
            }
        }

        _thread?.Join();
        _stop.Dispose();
    }

    private void Work()
    {
        while (true)
        {
            lock (_gate)
            {
                while ((!_isDue || _isExclusive) && !_isStopped)
                {
                    Monitor.Wait(_gate);
                }

                if (_isStopped)
                {
                    return;
                }

                // What is committed from here on makes it due again.
                (_isDue, _isWorking) = (false, true);
            }

            MergeWhatIsDue();
            lock (_gate)
            {
                _isWorking = false;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void MergeWhatIsDue()
    {
        try
        {
            while (Choose() is { } chosen)
            {
                Merge(chosen, new WriteRate(options.MergeRate, _stop.Token) { IsLifted = () => Volatile.Read(ref _waiting) > 0 }, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The index is being disposed of.
        }
        catch (Exception error)
        {
            // Whatever it is, a full disk or a fault of ours: it is told to those who wait, and does not end the process.
            Fail(error);
        }
    }

    private void Fail(Exception error)
    {
        lock (_gate)
        {
            _failure = error;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Takes segments to be merged for the caller, who must merge them.</summary>
    private MergeJob? Choose()
    {
        lock (_gate)
        {
            if (_isExclusive || _isStopped)
            {
                return null;
            }

            return Take(set => MergePolicy.Choose([.. set.Segments.Where(live => !_busy.Contains(live.Segment))], options.MergeFactor));
        }
    }

    private MergeJob? ChooseTo(int count)
    {
        lock (_gate)
        {
            return Take(set =>
            {
                var ordered = set.Segments.OrderBy(MergePolicy.Size).ToArray();
                if (ordered.Length <= count)
                {
                    // One is written anew for the sake of what was deleted in it.
                    return ordered is [{ Deleted: not null }] ? ordered : [];
                }

                var fitting = MergePolicy.Fitting(ordered[..(ordered.Length - count + 1)]);
                return fitting.Count > 1 ? fitting : [];
            });
        }
    }

    private MergeJob? Take(Func<SegmentSet, IReadOnlyList<LiveSegment>> choose)
    {
        var set = state.Hold();
        var chosen = choose(set);
        if (chosen.Count == 0)
        {
            set.Release();
            return null;
        }

        _busy.UnionWith(chosen.Select(live => live.Segment));
        return new MergeJob(set, chosen);
    }

    private void Merge(MergeJob job, WriteRate? rate, CancellationToken cancellation)
    {
        try
        {
            job.Run(folder, state, written, rate, cancellation);
        }
        finally
        {
            lock (_gate)
            {
                _busy.ExceptWith(job.Parts.Select(live => live.Segment));
                Monitor.PulseAll(_gate);
            }

            job.Set.Release();
        }
    }

    private int CountSegments()
    {
        var set = state.Hold();
        set.Release();
        return set.Segments.Count;
    }

    private void BeginExclusive(CancellationToken cancellation)
    {
        lock (_gate)
        {
            while (_isExclusive)
            {
                Wait(cancellation);
            }

            _isExclusive = true;
            try
            {
                while (_busy.Count > 0)
                {
                    Wait(cancellation);
                }
            }
            catch
            {
                _isExclusive = false;
                Monitor.PulseAll(_gate);
                throw;
            }
        }
    }

    /// <summary>Waits for a change, with the gate held; meanwhile merges go at full speed.</summary>
    private void Wait(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _waiting++;
        Monitor.Wait(_gate, TimeSpan.FromMilliseconds(20));
        _waiting--;
        cancellation.ThrowIfCancellationRequested();
    }
}
