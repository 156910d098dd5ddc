using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Rows;

/// <summary>Reads what the library has of a title from the rows that tell of it.</summary>
internal static partial class RowHoldings
{
    /// <summary>The most inventory numbers that "0001 s.d. 0040" stands for; a longer range is kept as it is written.</summary>
    private const int LongestRange = 500;

    private static readonly FrozenDictionary<string, ItemStatus> Statuses = EmbeddedText.Lines("statuses.tsv", "Rows")
        .Select(line => line.Split('\t'))
        .ToFrozenDictionary(row => row[0], row => Enum.Parse<ItemStatus>(row[1]), StringComparer.OrdinalIgnoreCase);

    /// <summary>The status that a word such as "dipinjam" or "Missing" means; null where it is no such word.</summary>
    public static ItemStatus? FindStatus(string word) => Statuses.TryGetValue(word.Trim(), out var status) ? status : null;

    /// <summary>One holding an inventory number; of the copies that have none one a place, which says how many there are.</summary>
    /// <param name="items">The rows.</param>
    /// <param name="callNumber">The call number of the copies that have none of their own.</param>
    public static IReadOnlyList<Holding> Read(IReadOnlyList<RowItem> items, string? callNumber)
    {
        var (numbered, others) = (new List<Holding>(), new List<(Holding Place, int? Copies)>());
        foreach (var item in items)
        {
            var place = Place(item, callNumber);
            var numbers = ItemNumbers(item).Distinct().ToList();
            if (numbers.Count == 0)
            {
                others.Add((place, CopyCount(item)));
            }

            numbered.AddRange(numbers.Select(number => With(place, number, note: null)));
        }

        return [.. numbered, .. Counted(others)];
    }

    /// <summary>The inventory numbers of a row.</summary>
    public static IEnumerable<string> ItemNumbers(RowItem item)
    {
        var copies = item.Fields.GetValueOrDefault(RowField.Copies);
        return RowCell.Split(item.Fields.GetValueOrDefault(RowField.ItemNumber))
            .Concat(CopyCount(item) is null ? RowCell.Split(copies) : [])
            .SelectMany(cell => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(Range);
    }

    private static IEnumerable<Holding> Counted(List<(Holding Place, int? Copies)> others) =>
        from other in others
        group other by (other.Place.Branch, other.Place.ShelfLocation, other.Place.CallNumber, other.Place.Status) into place
        let isCounted = place.Count() > 1 || place.Any(other => other.Copies > 0)
        let copies = place.Sum(other => (long)(other.Copies ?? 1))
        select With(place.First().Place, barcode: null, isCounted ? string.Create(CultureInfo.InvariantCulture, $"{copies} eksemplar") : null);

    private static Holding Place(RowItem item, string? callNumber) => new()
    {
        Branch = Cell(item, RowField.Branch),
        ShelfLocation = Cell(item, RowField.Location),
        CallNumber = Cell(item, RowField.CallNumber) ?? callNumber,
        Status = Cell(item, RowField.Status) is { } word ? Statuses.GetValueOrDefault(word) : ItemStatus.Unknown,
    };

    private static Holding With(Holding place, string? barcode, string? note) => new()
    {
        Branch = place.Branch,
        ShelfLocation = place.ShelfLocation,
        CallNumber = place.CallNumber,
        Status = place.Status,
        Barcode = barcode,
        Note = note,
    };

    /// <summary>"5", "5 eks." or "5.0"; null where the cell says something else, or nothing.</summary>
    private static int? CopyCount(RowItem item) =>
        Cell(item, RowField.Copies) is { } cell && Count().Match(cell) is { Success: true } match
            ? int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    /// <summary>"B0001 s.d. B0005": five numbers. A hyphen makes no range, because inventory numbers have hyphens ("2019-0005").</summary>
    private static IEnumerable<string> Range(string text)
    {
        if (RangeForm().Match(text) is not { Success: true } match)
        {
            return [text];
        }

        var (first, last) = (match.Groups["first"].Value, match.Groups["last"].Value);
        var (from, to) = (long.Parse(first, CultureInfo.InvariantCulture), long.Parse(last, CultureInfo.InvariantCulture));
        var prefix = match.Groups["prefix"].Value;
        return to < from || to - from >= LongestRange || match.Groups["again"].Value is var again && again.Length > 0 && again != prefix
            ? [text]
            : Enumerable.Range(0, (int)(to - from) + 1)
                .Select(i => prefix + (from + i).ToString(CultureInfo.InvariantCulture).PadLeft(first.Length, '0'));
    }

    private static string? Cell(RowItem item, RowField field) => RowCell.Read(item.Fields.GetValueOrDefault(field));

    [GeneratedRegex(
        @"^(?<count>[0-9]{1,5})(?:[.,]0+)?\s*(?:eks|eksp?l?|eksemplar|exp|exemplar|buah|bh|buku|copy|copies|pcs)?\.?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Count();

    [GeneratedRegex(
        @"^(?<prefix>\S*?)(?<first>[0-9]{1,12})\s*(?:s\s?[./]\s?d\.?|sd|sampai(?: dengan)?|hingga|to)\s*(?<again>\S*?)(?<last>[0-9]{1,12})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RangeForm();
}
