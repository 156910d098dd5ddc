namespace UnionCatalog.Members;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearMiss
{
    /// <summary>"; did you mean …?" for the nearest name that is at most a third of its letters away, otherwise nothing.</summary>
    public static string Suggest(string given, IEnumerable<string> names)
    {
        var (nearest, distance) = names
            .Where(name => Math.Abs(name.Length - given.Length) <= name.Length / 3)
            .Select(name => (name, Distance(given.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(pair => pair.Item2)
            .FirstOrDefault();
        return nearest is not null && distance <= Math.Max(1, nearest.Length / 3) ? $"; did you mean \"{nearest}\"?" : "";
    }

    /// <summary>Levenshtein's distance: how many letters are to be put in, left out or changed.</summary>
    private static int Distance(string a, string b)
    {
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }

            above = row;
        }

        return above[^1];
    }
}
