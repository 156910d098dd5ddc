namespace UnionCatalog.Matching.Clusters.Drawing;

/// <summary>
/// Draws the clusters of a component: the strongest pairs unite first, and no two groups unite between which any pair is
/// vetoed.
/// </summary>
/// <remarks>
/// What persons put together comes first. It does not make vetoes: those are looked for between the groups that grew by pairs
/// alone, at the two ends of a pair. What persons parted is looked for between whole groups.
/// </remarks>
internal sealed class ComponentDrawing
{
    private readonly Component _component;
    private readonly Groups _grown;
    private readonly Groups _whole;
    private readonly Dictionary<int, List<int>> _apart = [];

    private ComponentDrawing(Component component)
    {
        (_component, _grown, _whole) = (component, new(component.Count), new(component.Count));
        foreach (var (left, right) in component.Apart)
        {
            AddApart(left, right);
            AddApart(right, left);
        }
    }

    /// <summary>Draws.</summary>
    /// <returns>For each profile the place of the one that stands for its group.</returns>
    public static int[] Draw(Component component)
    {
        if (component is { Count: 2, Same.Count: 1, Together.Count: 0, Apart.Count: 0 })
        {
            return [0, 0];
        }

        var drawing = new ComponentDrawing(component);
        foreach (var (left, right) in component.Together)
        {
            drawing._whole.Unite(left, right);
        }

        foreach (var edge in Order(component))
        {
            drawing.Take(edge);
        }

        return [.. Enumerable.Range(0, component.Count).Select(drawing._whole.Find)];
    }

    private static SameEdge[] Order(Component component)
    {
        var edges = component.Same.ToArray();
        var ranks = Rank(component.Hashes);
        Array.Sort(Array.ConvertAll(edges, edge => KeyOf(edge, ranks)), edges);
        return edges;
    }

    // The place of each hash among them all.
    private static int[] Rank(IReadOnlyList<UInt128> hashes)
    {
        var ranks = new int[hashes.Count];
        var places = Enumerable.Range(0, hashes.Count).ToArray();
        Array.Sort(hashes.ToArray(), places);
        for (var rank = 0; rank < places.Length; rank++)
        {
            ranks[places[rank]] = rank;
        }

        return ranks;
    }

    // By weight descending, then by the lower hash, then by the higher: a popular book has a hundred thousand pairs to be sorted.
    private static UInt128 KeyOf(SameEdge edge, int[] ranks)
    {
        var (left, right) = (ranks[edge.Left], ranks[edge.Right]);
        return new((ulong)((long)int.MaxValue - edge.Weight), ((ulong)Math.Min(left, right) << 32) | (uint)Math.Max(left, right));
    }

    private void Take(SameEdge edge)
    {
        var (left, right) = (_grown.Find(edge.Left), _grown.Find(edge.Right));
        if (left == right || _grown.AreEnemies(left, right) || IsParted(_whole.Find(left), _whole.Find(right)))
        {
            return;
        }

        if (IsVetoed(_grown.Members(left), _grown.Members(right)))
        {
            _grown.MakeEnemies(left, right);
            return;
        }

        _grown.Unite(left, right);
        _whole.Unite(left, right);
    }

    private bool IsVetoed(List<int> left, List<int> right)
    {
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (_component.IsVetoed(one, other))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsParted(int left, int right) => _apart.Count > 0 && left != right
        && _whole.Members(left).Exists(one => _apart.TryGetValue(one, out var parted) && parted.Exists(other => _whole.Find(other) == right));

    private void AddApart(int one, int other)
    {
        if (!_apart.TryGetValue(one, out var parted))
        {
            _apart[one] = parted = [];
        }

        parted.Add(other);
    }
}
