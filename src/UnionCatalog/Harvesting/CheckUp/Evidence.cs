namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>What a system may be recognised by: texts under the name of the place where they were seen.</summary>
internal sealed class Evidence
{
    private const int LongestText = 1 << 16;

    private readonly Dictionary<string, List<string>> _texts = [];

    /// <summary>The texts of a place.</summary>
    public IReadOnlyList<string> this[string place] => _texts.TryGetValue(place, out var texts) ? texts : [];

    /// <summary>Adds texts; "" and what is beyond the first 64 KB tells nothing.</summary>
    public void Add(string place, params IEnumerable<string> texts)
    {
        if (!_texts.TryGetValue(place, out var known))
        {
            _texts.Add(place, known = []);
        }

        known.AddRange(texts.Where(text => text.Length > 0).Select(text => text.Length > LongestText ? text[..LongestText] : text));
    }
}
