namespace UnionCatalog.Search.Asking.Spelling;

/// <summary>
/// How unlikely it is that one word was typed for another: an edit distance in which what fingers and ears do often costs less than
/// one edit, such as neighbours exchanged, a key beside the right one, a letter doubled or not, a sound for its like.
/// </summary>
internal static class TypingDistance
{
    private const double Edit = 1;
    private const double Exchange = 0.5;
    private const double Doubling = 0.45;
    private const double Omission = 0.85;
    private const double Neighbour = 0.55;
    private const double Sound = 0.65;
    private const double SilentLetter = 0.6;
    private const double FirstLetter = 0.35;
    private const int LongestWord = 60;

    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>Letters that Indonesian and its loans write for one another.</summary>
    private static readonly string[] Sounds = ["fvp", "sz", "kcqx", "dt", "bp", "iy", "aeiou", "jy", "jz", "gk"];

    private static readonly HashSet<(char, char)> Neighbours = FindNeighbours();

    /// <summary>The distance, 0 for the same word.</summary>
    public static double Between(string typed, string meant)
    {
        if (typed.Length > LongestWord || meant.Length > LongestWord)
        {
            return double.PositiveInfinity;
        }

        var costs = new double[typed.Length + 1, meant.Length + 1];
        for (var at = 0; at <= typed.Length; at++)
        {
            for (var place = 0; place <= meant.Length; place++)
            {
                costs[at, place] = Cost(typed, meant, costs, at, place);
            }
        }

        return costs[typed.Length, meant.Length];
    }

    private static double Cost(string typed, string meant, double[,] costs, int at, int place)
    {
        if (at == 0 && place == 0)
        {
            return 0;
        }

        var least = double.PositiveInfinity;
        if (at > 0)
        {
            least = Math.Min(least, costs[at - 1, place] + Single(typed, at) + First(at));
        }

        if (place > 0)
        {
            least = Math.Min(least, costs[at, place - 1] + Single(meant, place) + First(place));
        }

        if (at > 0 && place > 0)
        {
            var isSame = typed[at - 1] == meant[place - 1];
            least = Math.Min(least, costs[at - 1, place - 1] + (isSame ? 0 : Instead(typed[at - 1], meant[place - 1]) + First(Math.Min(at, place))));
        }

        return at > 1 && place > 1 && typed[at - 1] == meant[place - 2] && typed[at - 2] == meant[place - 1]
            ? Math.Min(least, costs[at - 2, place - 2] + Exchange)
            : least;
    }

    /// <summary>A letter too many or too few.</summary>
    private static double Single(string word, int at) =>
        (at > 1 && word[at - 2] == word[at - 1]) || (at < word.Length && word[at] == word[at - 1]) ? Doubling
        : word[at - 1] == 'h' ? SilentLetter
        : Omission;

    private static double Instead(char typed, char meant) =>
        Neighbours.Contains((typed, meant)) ? Neighbour
        : Array.Exists(Sounds, sound => sound.Contains(typed) && sound.Contains(meant)) ? Sound
        : Edit;

    private static double First(int at) => at == 1 ? FirstLetter : 0;

    private static HashSet<(char, char)> FindNeighbours()
    {
        var keys = Rows.SelectMany((row, y) => row.Select((key, x) => (Key: key, X: x + (y * 0.5), Y: y))).ToList();
        return [.. from one in keys
                   from other in keys
                   where one.Key != other.Key && Math.Abs(one.X - other.X) <= 1 && Math.Abs(one.Y - other.Y) <= 1
                   select (one.Key, other.Key)];
    }
}
