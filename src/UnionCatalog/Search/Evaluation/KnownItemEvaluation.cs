namespace UnionCatalog.Search.Evaluation;

/// <summary>Asks for known items and sees at which place they come.</summary>
public static class KnownItemEvaluation
{
    /// <summary>The places that are looked at.</summary>
    public const int Places = 5;

    /// <summary>Asks one after the other.</summary>
    public static IEnumerable<KnownItemFinding> Run(CatalogSearch search, IEnumerable<KnownItem> items, CancellationToken cancellation = default)
    {
        foreach (var item in items)
        {
            yield return Ask(search, item, cancellation);
        }
    }

    /// <summary>The figures of each kind, in the order in which the kinds come.</summary>
    public static IReadOnlyList<KnownItemFigures> Count(IEnumerable<KnownItemFinding> findings) =>
        [.. findings.GroupBy(finding => finding.Item.Kind).Select(kind => KnownItemFigures.Of(kind.Key, [.. kind]))];

    private static KnownItemFinding Ask(CatalogSearch search, KnownItem item, CancellationToken cancellation)
    {
        var wanted = search.FindNamed(item.Wanted);
        try
        {
            var result = search.Search(new SearchRequest { Text = item.Query, Size = Places }, cancellation);
            var place = result.Entries.Index().Where(entry => wanted.Contains(entry.Item.Id)).Select(entry => entry.Index + 1).FirstOrDefault();
            var first = result.Entries is [var entry, ..] ? entry.Description.Title.Proper : "nothing";
            return new KnownItemFinding(item, place, wanted.Count == 0 ? "nothing: no edition has what is wanted" : first, result.Widening);
        }
        catch (InvalidSearchException refused)
        {
            return new KnownItemFinding(item, Place: 0, refused.Message, SearchWidening.None);
        }
    }
}

/// <summary>Where a known item was found.</summary>
/// <param name="Item">The item.</param>
/// <param name="Place">Its place, from 1; 0: not among the first.</param>
/// <param name="First">The title that came first, or why none did.</param>
/// <param name="Widening">How the search was made wider.</param>
public sealed record KnownItemFinding(KnownItem Item, int Place, string First, SearchWidening Widening);

/// <summary>How well the items of one kind were found.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many there are.</param>
/// <param name="First">How many came first.</param>
/// <param name="AmongFirst">How many came among the first five.</param>
public sealed record KnownItemFigures(string Kind, int Count, int First, int AmongFirst)
{
    /// <summary>The share that came first, 0 to 1.</summary>
    public double Success1 => (double)First / Count;

    /// <summary>The share that came among the first five, 0 to 1.</summary>
    public double Success5 => (double)AmongFirst / Count;

    /// <summary>The figures of findings.</summary>
    public static KnownItemFigures Of(string kind, IReadOnlyCollection<KnownItemFinding> findings) =>
        new(kind, findings.Count, findings.Count(finding => finding.Place == 1), findings.Count(finding => finding.Place > 0));

    /// <summary>The line that scripts read: "kind=title n=50 success1=0.980 success5=1.000".</summary>
    public override string ToString() => FormattableString.Invariant($"kind={Kind} n={Count} success1={Success1:0.000} success5={Success5:0.000}");
}
