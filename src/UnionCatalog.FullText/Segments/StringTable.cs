namespace UnionCatalog.FullText.Segments;

/// <summary>
/// Strings in one array of characters, in order of code units and each once; a string's place is its ordinal.
/// Characters stay UTF-16, so that a search compares without decoding and half a surrogate pair survives.
/// </summary>
internal sealed class StringTable(char[] characters, int[] starts)
{
    public int Count => starts.Length - 1;

    public ReadOnlySpan<char> this[int ordinal] =>
        characters.AsSpan(starts[ordinal], starts[ordinal + 1] - starts[ordinal]);

    /// <summary>The ordinal of a string; where it is not in the table, the complement of where it would be.</summary>
    public int Find(ReadOnlySpan<char> value)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = this[middle].SequenceCompareTo(value);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    /// <summary>The ordinals of the strings that start like this, the end excluded.</summary>
    public (int From, int To) FindPrefix(ReadOnlySpan<char> start)
    {
        var from = Find(start);
        from = from < 0 ? ~from : from;
        var (low, high) = (from, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = this[middle].StartsWith(start) ? (middle + 1, high) : (low, middle);
        }

        return (from, low);
    }

    public string[] ToStrings()
    {
        var strings = new string[Count];
        for (var ordinal = 0; ordinal < strings.Length; ordinal++)
        {
            strings[ordinal] = this[ordinal].ToString();
        }

        return strings;
    }

    /// <summary>Makes a table of strings that are in order already, each once.</summary>
    public static StringTable FromSorted(IEnumerable<string> sorted)
    {
        var characters = new List<char>();
        var starts = new List<int> { 0 };
        foreach (var value in sorted)
        {
            characters.AddRange(value.AsSpan());
            starts.Add(characters.Count);
        }

        return new StringTable([.. characters], [.. starts]);
    }

    public static StringTable FromAny(IEnumerable<string> values)
    {
        var sorted = values.Distinct(StringComparer.Ordinal).ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        return FromSorted(sorted);
    }

    public void Write(IndexFileWriter file)
    {
        file.Write<char>(characters);
        file.Write<int>(starts);
    }

    public static StringTable Read(IndexFileReader file) => new(file.Read<char>(), file.Read<int>());
}
