using UnionCatalog.Matching.Clusters.Drawing;

namespace UnionCatalog.Matching.Clusters.Bulk;

/// <summary>Draws the clusters of many profiles at once, in memory.</summary>
internal sealed class BulkDrawing
{
    private readonly ProfileTable _profiles;
    private readonly HashSet<string> _suspicious;

    private BulkDrawing(ProfileTable profiles, BlockTable blocks)
    {
        (_profiles, Blocks) = (profiles, blocks);
        _suspicious = blocks.Suspicions.Select(suspicion => suspicion.Identifier).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>On how many threads: both cores of a small machine, and never all of a large one.</summary>
    public static int Degree { get; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>The blocks, with what is reported of them.</summary>
    public BlockTable Blocks { get; }

    /// <summary>The pairs that are the same or unsure.</summary>
    public PairTable Pairs { get; private set; } = new();

    /// <summary>For each profile the one that stands for its group. Of a profile that is too poor each record is a group.</summary>
    public int[] Groups { get; private set; } = [];

    /// <summary>Builds the blocks, after which neither they nor the profiles change any more.</summary>
    /// <param name="profiles">The profiles.</param>
    /// <param name="blocks">Their blocks, not yet built.</param>
    /// <param name="cancellation">Gives up.</param>
    public static BulkDrawing Begin(ProfileTable profiles, BlockTable blocks, CancellationToken cancellation)
    {
        blocks.Build(cancellation);
        var drawing = new BulkDrawing(profiles, blocks);
        drawing.JudgePoor();
        return drawing;
    }

    /// <summary>Compares the profiles.</summary>
    /// <param name="progress">Told the share that is done, from 0 to 1; null for nobody.</param>
    /// <param name="cancellation">Gives up.</param>
    public void Compare(Action<double>? progress, CancellationToken cancellation) =>
        Pairs = new PairFinder(_profiles, Blocks, _suspicious, Blocks.RestReach).Find(Degree, progress, cancellation);

    /// <summary>Unites what was found to be the same, once the profiles are compared.</summary>
    /// <param name="decisions">What persons decided.</param>
    /// <param name="cancellation">Gives up.</param>
    public void Unite(Decisions decisions, CancellationToken cancellation)
    {
        var components = new ComponentTable(_profiles.Count, Pairs, decisions);
        Groups = [.. Enumerable.Range(0, _profiles.Count)];
        Parallel.For(
            0, components.Count, new ParallelOptions { MaxDegreeOfParallelism = Degree, CancellationToken = cancellation },
            number =>
            {
                var (members, same, together, apart) = components.Get(number);
                var drawn = ComponentDrawing.Draw(new Component(
                    Array.ConvertAll(members, _profiles.HashOf), same, together, apart, place => _profiles.FeaturesOf(members[place]), _suspicious));
                for (var place = 0; place < members.Length; place++)
                {
                    Groups[members[place]] = members[drawn[place]];
                }
            });
    }

    // Without an identifier that is not believed, a record may say too little.
    private void JudgePoor()
    {
        foreach (var suspicion in Blocks.Suspicions)
        {
            foreach (var profile in Blocks.ProfilesOfBlock(suspicion.Block))
            {
                _profiles.SetPoor(profile, ProfileDraft.IsTooPoor(_profiles.FeaturesOf(profile), _suspicious));
            }
        }
    }
}
