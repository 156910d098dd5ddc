namespace UnionCatalog.Search.Card;

/// <summary>Counts who says what, for values too short and few to be worth a dictionary.</summary>
internal static class Agreement
{
    /// <summary>Each different value with its number, the most frequent first, of as many the one that was first.</summary>
    public static List<(string Value, int Count)> Count<T>(IReadOnlyList<T> offers, Func<T, string?> part)
    {
        var counts = new List<(string Value, int Count)>(1);
        for (var at = 0; at < offers.Count; at++)
        {
            if (part(offers[at]) is { } value)
            {
                var known = counts.FindIndex(count => count.Value == value);
                if (known < 0)
                {
                    counts.Add((value, 1));
                }
                else
                {
                    counts[known] = (value, counts[known].Count + 1);
                }
            }
        }

        return counts.Count < 2 ? counts : [.. counts.OrderByDescending(count => count.Count)];
    }

    /// <summary>The most frequent value; null where there is none.</summary>
    public static string? Most<T>(IReadOnlyList<T> offers, Func<T, string?> part) => Count(offers, part) is [var first, ..] ? first.Value : null;
}
