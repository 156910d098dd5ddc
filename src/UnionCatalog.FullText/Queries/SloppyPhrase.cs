namespace UnionCatalog.FullText.Queries;

/// <summary>Where the terms of a phrase are in one document. Structs alone are asked, so that the walk is compiled for each and calls nothing.</summary>
internal interface IPhrasePlaces
{
    /// <summary>How many terms the phrase has, two or more.</summary>
    int Terms { get; }

    /// <summary>The positions of a term, rising.</summary>
    ReadOnlySpan<int> Of(int term);
}

/// <summary>A phrase between whose terms others may stand. The terms keep their order.</summary>
internal static class SloppyPhrase
{
    /// <summary>From how many places the phrase can be completed.</summary>
    /// <param name="places">Where its terms are.</param>
    /// <param name="slop">How many positions may lie between them in all.</param>
    public static int Count<T>(T places, int slop)
        where T : struct, IPhrasePlaces
    {
        var found = 0;
        foreach (var start in places.Of(0))
        {
            found += IsCompleted(places, start, start + places.Terms - 1 + slop) ? 1 : 0;
        }

        return found;
    }

    /// <summary>Whether each next term comes later, and the last one soon enough. The earliest place for each leaves most room.</summary>
    private static bool IsCompleted<T>(T places, int start, int last)
        where T : struct, IPhrasePlaces
    {
        var position = start;
        for (var term = 1; term < places.Terms; term++)
        {
            var next = places.Of(term);
            var at = next.BinarySearch(position + 1);
            at = at < 0 ? ~at : at;
            if (at == next.Length || next[at] > last)
            {
                return false;
            }

            position = next[at];
        }

        return true;
    }
}
