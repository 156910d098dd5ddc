namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>How fast a provider is, by its requests for lists.</summary>
/// <param name="Page">The median time of one page.</param>
/// <param name="RecordsPerSecond">Records a second.</param>
/// <param name="Whole">How long the whole list takes; null where its length is not told.</param>
public sealed record Speed(TimeSpan Page, double RecordsPerSecond, TimeSpan? Whole);

/// <summary>Measures it, and tells what is slow.</summary>
internal static class SpeedTrial
{
    private const int SmallPage = 20;
    private const long LongList = 1000;

    private static readonly TimeSpan SlowPage = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongHarvest = TimeSpan.FromHours(4);

    public static Speed Run(Chart chart)
    {
        var times = chart.Pages.Select(page => page.Exchange.Took).Order().ToList();
        var (median, records) = (times[times.Count / 2], chart.Pages[0].Reply.Records.Count);
        var whole = chart.ListSize is { } size ? median * Math.Ceiling((double)size / records) : default(TimeSpan?);
        if (median > SlowPage || whole > LongHarvest)
        {
            chart.Find("slow", ("page", median), ("whole", whole ?? median));
        }

        if (records < SmallPage && chart.ListSize > LongList)
        {
            chart.Find("small-pages", ("records", records));
        }

        if (chart.ListSize is null)
        {
            chart.Find("size-untold");
        }

        return new(median, records / Math.Max(median.TotalSeconds, 0.001), whole);
    }
}
