using UnionCatalog.Records;

namespace UnionCatalog.Search;

/// <summary>One library that has an edition, with everything it has of it, from however many records.</summary>
/// <param name="Library">The member.</param>
/// <param name="Records">Its records of the edition, one or more.</param>
/// <param name="Holdings">All that these records say it has; an item that two of them name is one item.</param>
public sealed record HoldingLibrary(SourceId Library, IReadOnlyList<LibraryHoldings> Records, IReadOnlyList<Holding> Holdings)
{
    /// <summary>The libraries of an edition, each once, in the order of the entry.</summary>
    public static IReadOnlyList<HoldingLibrary> Of(CatalogEntry entry) =>
        [.. entry.Libraries.GroupBy(held => held.Library, Of)];

    private static HoldingLibrary Of(SourceId library, IEnumerable<LibraryHoldings> held)
    {
        LibraryHoldings[] records = [.. held];
        return new(library, records, Items(records));
    }

    private static IReadOnlyList<Holding> Items(LibraryHoldings[] records)
    {
        if (records is [var only])
        {
            return only.Holdings;
        }

        var barcodes = new HashSet<string>(StringComparer.Ordinal);
        return [.. records.SelectMany(record => record.Holdings).Where(holding => holding.Barcode is null || barcodes.Add(holding.Barcode))];
    }
}
