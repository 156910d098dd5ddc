namespace UnionCatalog.Harvesting.Sru;

/// <summary>Which places of a list a page's records have.</summary>
/// <remarks>
/// Where the records do not say it themselves, as many places are done as records came: nextRecordPosition tells at many servers
/// what was asked for, not what was sent, and following it would pass records over.
/// </remarks>
internal sealed class SruPlaces
{
    /// <param name="records">The page's records.</param>
    /// <param name="start">The place that was asked for first.</param>
    /// <param name="asked">How many records were asked for.</param>
    public SruPlaces(IReadOnlyList<SruRecord> records, long start, int asked)
    {
        var end = start + Math.Max(asked, records.Count);
        var told = records.Select(record => record.Position).OfType<long>().Where(place => place >= start && place < end).ToHashSet();

        // Some servers count from 1 on every page.
        var isTold = told.Count == records.Count && records[^1].Position == told.Max();
        Next = isTold ? told.Max() + 1 : start + records.Count;
        for (var place = start; isTold && place < Next; place++)
        {
            if (!told.Contains(place))
            {
                Missing.Add(place);
            }
        }
    }

    /// <summary>The first place after them.</summary>
    public long Next { get; }

    /// <summary>The places before that of which nothing came, not even a reason.</summary>
    public List<long> Missing { get; } = [];
}
