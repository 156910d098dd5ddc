using System.Collections.Concurrent;
using UnionCatalog.Matching.Comparison;

namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>
/// Compares all profiles that share an active block, each two once: in the first block that they share; and then those that
/// are neighbours in a crowded rest and share no active block.
/// </summary>
internal sealed class PairFinder
{
    private const int BlocksAtOnce = 1_024;
    private const int PairsAtOnce = 256;

    private readonly ProfileTable _profiles;
    private readonly BlockTable _blocks;
    private readonly IReadOnlySet<string> _suspicious;
    private readonly int _reach;
    private readonly int[] _firstOf;
    private readonly int[] _blocksOf;

    public PairFinder(ProfileTable profiles, BlockTable blocks, IReadOnlySet<string> suspicious, int reach)
    {
        (_profiles, _blocks, _suspicious, _reach) = (profiles, blocks, suspicious, reach);
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
        var options = new ParallelOptions { MaxDegreeOfParallelism = degree, CancellationToken = cancellation };
        var done = 0;
        Spread(_blocks.ActiveCount, BlocksAtOnce, options, found, (start, end, own) =>
        {
            for (var block = start; block < end; block++)
            {
                Compare(block, own);
            }

            progress?.Invoke((double)Interlocked.Add(ref done, end - start) / _blocks.ActiveCount);
        });
        foreach (var rest in new RestPairs(_profiles, _blocks, _reach).List())
        {
            Spread(rest.Length, PairsAtOnce, options, found, (start, end, own) =>
            {
                foreach (var pair in rest.Span[start..end])
                {
                    CompareRest((int)(pair >> 32), (int)pair, own);
                }
            });
        }

        return found;
    }

    private static void Spread(int count, int atOnce, ParallelOptions options, PairTable found, Action<int, int, PairTable> compare)
    {
        if (count == 0)
        {
            return;
        }

        Parallel.ForEach(
            Partitioner.Create(0, count, atOnce),
            options,
            () => new PairTable(),
            (range, _, own) =>
            {
                compare(range.Item1, range.Item2, own);
                return own;
            },
            own =>
            {
                lock (found)
                {
                    found.TakeAll(own);
                }
            });
    }

    private void Compare(int block, PairTable found)
    {
        var members = _blocks.ProfilesOf(block);
        var features = new MatchFeatures?[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            for (var j = i + 1; j < members.Length && !_profiles.IsPoor(members[i]); j++)
            {
                if (_profiles.IsPoor(members[j]) || FindFirstShared(members[i], members[j]) != block)
                {
                    continue;
                }

                var judgement = PairComparer.Judge(
                    features[i] ??= _profiles.FeaturesOf(members[i]), features[j] ??= _profiles.FeaturesOf(members[j]), _suspicious);
                Add(members[i], members[j], judgement, found);
            }
        }
    }

    private void CompareRest(int left, int right, PairTable found)
    {
        if (!_profiles.IsPoor(left) && !_profiles.IsPoor(right) && FindFirstShared(left, right) is null)
        {
            Add(left, right, PairComparer.Judge(_profiles.FeaturesOf(left), _profiles.FeaturesOf(right), _suspicious), found);
        }
    }

    private static void Add(int left, int right, Judgement judgement, PairTable found)
    {
        if (judgement.Outcome != Outcome.Different)
        {
            found.Add(left, right, judgement.Weight, judgement.Outcome == Outcome.Same);
        }
    }

    private int? FindFirstShared(int left, int right)
    {
        var (i, j) = (_firstOf[left], _firstOf[right]);
        var (endOfLeft, endOfRight) = (_firstOf[left + 1], _firstOf[right + 1]);
        while (i < endOfLeft && j < endOfRight)
        {
            if (_blocksOf[i] == _blocksOf[j])
            {
                return _blocksOf[i];
            }

            if (_blocksOf[i] < _blocksOf[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return null;
    }
}
