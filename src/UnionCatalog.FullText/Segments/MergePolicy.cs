namespace UnionCatalog.FullText.Segments;

/// <summary>Which segments have become too many or too empty.</summary>
internal static class MergePolicy
{
    /// <summary>Segments that are smaller than this count as one size, in bytes: about 10,000 records of a catalogue.</summary>
    private const long Small = 2 << 20;

    /// <summary>A segment that has lost more than one document in so many is written anew, once it has lost so many.</summary>
    private const int Worn = 5;
    private const int FewestLost = 64;

    /// <summary>No section of a merged segment goes beyond this, in bytes: it is read through spans.</summary>
    private const long LargestSection = 1_500_000_000;

    /// <summary>No more are merged at once, so that what is kept for each does not add up.</summary>
    private const int MostAtOnce = 1_000;

    /// <summary>The segments that should be merged now; none when all is well.</summary>
    /// <param name="segments">Those that are not being merged already.</param>
    /// <param name="factor"><see cref="IndexOptions.MergeFactor"/>.</param>
    public static IReadOnlyList<LiveSegment> Choose(IEnumerable<LiveSegment> segments, int factor)
    {
        foreach (var tier in segments.GroupBy(live => Tier(live, factor)).OrderBy(tier => tier.Key))
        {
            List<LiveSegment> ordered = [.. tier.OrderBy(Size)];
            if (tier.Key == 0)
            {
                LeaveOutLarger(ordered, factor);
            }

            if (ordered.Count >= factor && Fitting(ordered) is { Count: > 1 } fitting)
            {
                return fitting;
            }
        }

        return segments.Where(IsWorn).OrderBy(Size).Take(1).ToArray();
    }

    /// <summary>As many of these, the smallest first, as one segment may hold.</summary>
    public static IReadOnlyList<LiveSegment> Fitting(IReadOnlyList<LiveSegment> ordered)
    {
        var lengths = new Dictionary<(SectionKind, int), double>();
        for (var at = 0; at < Math.Min(ordered.Count, MostAtOnce); at++)
        {
            var left = (double)ordered[at].Count / Math.Max(1, ordered[at].Segment.Count);
            foreach (var section in ordered[at].Segment.File.Sections.Where(section => section.Kind != SectionKind.Stored))
            {
                lengths[(section.Kind, section.At)] = lengths.GetValueOrDefault((section.Kind, section.At)) + (section.Length * left);
            }

            if (lengths.Values.DefaultIfEmpty(0).Max() > LargestSection)
            {
                return [.. ordered.Take(at)];
            }
        }

        return [.. ordered.Take(MostAtOnce)];
    }

    /// <summary>What is left of a segment, in bytes.</summary>
    public static double Size(LiveSegment live) => (double)live.Segment.File.Stamp.Length * live.Count / Math.Max(1, live.Segment.Count);

    /// <summary>
    /// A few documents are not merged with a thousand times as many, so that commits of one document do not write the same
    /// thousands again and again; unless there are too many segments then.
    /// </summary>
    private static void LeaveOutLarger(List<LiveSegment> ordered, int factor)
    {
        if (ordered.Count >= 2 * factor)
        {
            return;
        }

        for (var smaller = ordered.Sum(Size); ordered.Count > 0;)
        {
            var largest = Size(ordered[^1]);
            smaller -= largest;
            if (largest <= smaller)
            {
                return;
            }

            ordered.RemoveAt(ordered.Count - 1);
        }
    }

    private static int Tier(LiveSegment live, int factor)
    {
        var tier = 0;
        for (double limit = Small; Size(live) >= limit; limit *= factor)
        {
            tier++;
        }

        return tier;
    }

    private static bool IsWorn(LiveSegment live) =>
        live.Segment.Count - live.Count is var lost && lost >= FewestLost && (long)lost * Worn > live.Segment.Count;
}
