namespace UnionCatalog.Records.Marc;

/// <summary>Items and serial holdings, where the source's <see cref="HoldingsMapping"/> says they are.</summary>
internal static class MarcHoldings
{
    // Textual holdings of the basic unit, of supplements and of indexes.
    private static readonly string[] StatementTags = ["866", "867", "868"];

    /// <summary>One holding an item; one for the record where there are none. Serial statements go to the first.</summary>
    public static IReadOnlyList<Holding> Read(MarcRecord record, HoldingsMapping mapping)
    {
        var callNumber = RecordCallNumber(record, mapping);
        var statements = record.Fields(StatementTags).Select(field => field.Join("az")).OfType<string>().ToList();
        var items = mapping.ItemTag is null ? [] : record.Fields(mapping.ItemTag).ToList();
        return items.Count == 0
            ? [new Holding { CallNumber = callNumber, Statements = statements }]
            : [.. items.Select((item, i) => ReadItem(item, mapping, callNumber, i == 0 ? statements : []))];
    }

    private static Holding ReadItem(MarcDataField item, HoldingsMapping mapping, string? callNumber, IReadOnlyList<string> statements) => new()
    {
        Branch = First(item, mapping.Branch),
        ShelfLocation = First(item, mapping.ShelfLocation),
        CallNumber = InOrder(item, mapping.CallNumber) ?? callNumber,
        Barcode = First(item, mapping.Barcode),
        Status = ReadStatus(item, mapping),
        Note = First(item, mapping.Note),
        Statements = statements,
    };

    private static ItemStatus ReadStatus(MarcDataField item, HoldingsMapping mapping)
    {
        foreach (var (code, status) in mapping.StatusFlags)
        {
            if (First(item, code) is not (null or "0"))
            {
                return status;
            }
        }

        if (First(item, mapping.Status) is { } word
            && mapping.StatusWords.FirstOrDefault(pair => pair.Key.Equals(word, StringComparison.OrdinalIgnoreCase)) is { Key: not null } known)
        {
            return known.Value;
        }

        return mapping.StatusFlags.Count > 0 ? ItemStatus.Available : ItemStatus.Unknown;
    }

    /// <summary>The first of the mapping's fields ("082a") that the record has.</summary>
    private static string? RecordCallNumber(MarcRecord record, HoldingsMapping mapping)
    {
        foreach (var place in mapping.RecordCallNumber.Where(place => place.Length > 3))
        {
            if (record.Fields(place[..3]).Select(field => InOrder(field, place[3..])).FirstOrDefault(text => text is not null) is { } found)
            {
                // Dewey's prime marks ("899.22/1") are for the cataloguer, not for the spine.
                return place.StartsWith("082", StringComparison.Ordinal) ? found.Replace("/", "", StringComparison.Ordinal) : found;
            }
        }

        return null;
    }

    private static string? First(MarcDataField field, string codes) => codes.Select(code => field[code]).FirstOrDefault(text => text is not null);

    private static string? InOrder(MarcDataField field, string codes)
    {
        var text = string.Join(' ', codes.SelectMany(code => field.All(code)));
        return text.Length == 0 ? null : text;
    }
}
