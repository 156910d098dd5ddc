using UnionCatalog.Records;

namespace UnionCatalog.Availability;

/// <summary>One item as its library tells of it now.</summary>
/// <param name="Status">Whether it can be borrowed.</param>
/// <param name="Due">When it is to be back; null when not told, or it is not on loan.</param>
/// <param name="Barcode">Its barcode; null when not told.</param>
/// <param name="CallNumber">Its call number; null when not told.</param>
public sealed record ItemNow(ItemStatus Status, DateOnly? Due = null, string? Barcode = null, string? CallNumber = null);

/// <summary>What a library tells of its items of a book.</summary>
/// <param name="Items">The items, one at least.</param>
/// <param name="Asked">When it was asked.</param>
public sealed record ItemsNow(IReadOnlyList<ItemNow> Items, DateTimeOffset Asked)
{
    private static readonly ItemStatus[] BestFirst = [ItemStatus.Available, ItemStatus.OnLoan, ItemStatus.NotForLoan, ItemStatus.Unknown, ItemStatus.Missing];

    /// <summary>The best that any item offers.</summary>
    public ItemStatus Status => BestFirst.First(status => Items.Any(item => item.Status == status));

    /// <summary>How many can be had.</summary>
    public int Available => Items.Count(item => item.Status == ItemStatus.Available);

    /// <summary>When the first that is lent is to be back; null when none is, or it is not told.</summary>
    public DateOnly? Due => Items.Where(item => item.Status == ItemStatus.OnLoan).Min(item => item.Due);

    /// <summary>What several of a library's records tell together; an item that two of them name is one item.</summary>
    public static ItemsNow Join(IReadOnlyList<ItemsNow> records)
    {
        var barcodes = new HashSet<string>(StringComparer.Ordinal);
        return new([.. records.SelectMany(record => record.Items).Where(item => item.Barcode is null || barcodes.Add(item.Barcode))], records.Min(record => record.Asked));
    }
}
