using System.Text.Json;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>How many of the records that were looked at have what readers search and find books by.</summary>
/// <param name="Records">The records that could be read.</param>
/// <param name="Titles">Those with a title.</param>
/// <param name="Isbns">Those with a valid ISBN.</param>
/// <param name="BadIsbns">Those whose ISBN is wrong.</param>
/// <param name="CallNumbers">Those with a call number.</param>
/// <param name="Items">Those with items that have barcodes.</param>
public sealed record RecordShares(int Records, int Titles, int Isbns, int BadIsbns, int CallNumbers, int Items)
{
    internal static RecordShares Of(IReadOnlyCollection<BibRecord> records) => new(
        records.Count,
        records.Count(record => record.Title.Proper.Length > 0),
        records.Count(record => record.Identifiers.Any(one => one is { Kind: IdentifierKind.Isbn, IsValid: true })),
        records.Count(record => record.Identifiers.Any(one => one is { Kind: IdentifierKind.Isbn, IsValid: false })),
        records.Count(record => record.Holdings.Any(holding => holding.CallNumber is not null)),
        records.Count(record => record.Holdings.Any(holding => holding.Barcode is not null)));

    /// <summary>Reads records with a mapping of holdings.</summary>
    internal static List<BibRecord> Read(IEnumerable<HarvestedRecord> records, HoldingsMapping holdings) =>
        [.. records.OfType<HarvestedRecord.Live>()
            .Select(record => RecordReader.Read(record.Format, record.Metadata, holdings))
            .OfType<RecordReading.Readable>()
            .Select(reading => reading.Record)];
}

/// <summary>Tries which mapping of holdings finds most call numbers and items.</summary>
internal static class HoldingsTrial
{
    /// <summary>The preset of holdings that finds more than <paramref name="usual"/>; null where none does.</summary>
    public static string? FindBetter(IReadOnlyList<HarvestedRecord> records, HoldingsMapping usual)
    {
        var (points, name) = HoldingsPresets.Names
            .Select(name => (Points: Points(records, HoldingsPresets.Read(JsonSerializer.SerializeToElement(name))), Name: name))
            .MaxBy(one => one.Points);
        return points > Points(records, usual) ? name : null;
    }

    private static int Points(IReadOnlyList<HarvestedRecord> records, HoldingsMapping mapping)
    {
        var shares = RecordShares.Of(RecordShares.Read(records, mapping));
        return shares.CallNumbers + shares.Items;
    }
}
