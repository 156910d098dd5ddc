using System.Collections.Concurrent;
using UnionCatalog.Matching.Comparison;

namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>Compares all profiles that share an active block, each two once: in the first block that they share.</summary>
internal sealed class PairFinder
{
    private const int BlocksAtOnce = 1_024;

    private readonly ProfileTable _profiles;
    private readonly BlockTable _blocks;
    private readonly IReadOnlySet<string> _suspicious;
    private readonly int[] _firstOf;
    private readonly int[] _blocksOf;

    public PairFinder(ProfileTable profiles, BlockTable blocks, IReadOnlySet<string> suspicious)
    {
        (_profiles, _blocks, _suspicious) = (profiles, blocks, suspicious);
        _firstOf = new int[profiles.Count + 2];
        for (var block = 0; block < blocks.ActiveCount; block++)
        {
            foreach (var profile in blocks.ProfilesOf(block))
            {
                _firstOf[profile + 2]++;
            }
        }

        for (var i = 2; i < _firstOf.Length; i++)
        {
            _firstOf[i] += _firstOf[i - 1];
        }

        // Filled block by block, so that each profile's blocks are in order; afterwards those of p stand from _firstOf[p].
        _blocksOf = new int[_firstOf[^1]];
        for (var block = 0; block < blocks.ActiveCount; block++)
        {
            foreach (var profile in blocks.ProfilesOf(block))
            {
                _blocksOf[_firstOf[profile + 1]++] = block;
            }
        }
    }

    /// <summary>Compares.</summary>
    /// <param name="degree">On how many threads.</param>
    /// <param name="progress">Told the share of blocks that are done, from 0 to 1.</param>
    /// <param name="cancellation">Gives up.</param>
    public PairTable Find(int degree, Action<double>? progress, CancellationToken cancellation)
    {
        var found = new PairTable();
        var done = 0;
        Parallel.ForEach(
            Partitioner.Create(0, Math.Max(1, _blocks.ActiveCount), BlocksAtOnce),
            new ParallelOptions { MaxDegreeOfParallelism = degree, CancellationToken = cancellation },
            () => new PairTable(),
            (range, _, own) =>
            {
                for (var block = range.Item1; block < Math.Min(range.Item2, _blocks.ActiveCount); block++)
                {
                    Compare(block, own);
                }

                progress?.Invoke((double)Interlocked.Add(ref done, range.Item2 - range.Item1) / Math.Max(1, _blocks.ActiveCount));
                return own;
            },
            own =>
            {
                lock (found)
                {
                    found.TakeAll(own);
                }
            });
        return found;
    }

    private void Compare(int block, PairTable found)
    {
        var members = _blocks.ProfilesOf(block);
        var features = new MatchFeatures?[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            for (var j = i + 1; j < members.Length && !_profiles.IsPoor(members[i]); j++)
            {
                if (_profiles.IsPoor(members[j]) || !IsFirstShared(block, members[i], members[j]))
                {
                    continue;
                }

                var judgement = PairComparer.Judge(
                    features[i] ??= _profiles.FeaturesOf(members[i]), features[j] ??= _profiles.FeaturesOf(members[j]), _suspicious);
                if (judgement.Outcome != Outcome.Different)
                {
                    found.Add(members[i], members[j], judgement.Weight, judgement.Outcome == Outcome.Same);
                }
            }
        }
    }

    private bool IsFirstShared(int block, int left, int right)
    {
        var (i, j) = (_firstOf[left], _firstOf[right]);
        while (_blocksOf[i] != _blocksOf[j])
        {
            if (_blocksOf[i] < _blocksOf[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return _blocksOf[i] == block;
    }
}
