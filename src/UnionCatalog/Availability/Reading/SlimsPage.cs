using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using UnionCatalog.Records;
using UnionCatalog.Records.Rows;

namespace UnionCatalog.Availability.Reading;

/// <summary>
/// The items on the page of a record as SLiMS draws it (lib/detail.inc.php, getItemCopy). SLiMS 9 marks each with a class; SLiMS 8 has a
/// table and colours, red for what cannot be had. The words are in the language of the school's choice and say nothing, but for the
/// date and the name of the item's status after the last dash.
/// </summary>
internal static partial class SlimsPage
{
    /// <summary>The most tags that are looked at.</summary>
    private const int MostTags = 100_000;

    /// <summary>Reads the items in the order of the page.</summary>
    public static IReadOnlyList<ItemNow> Read(ReadOnlySpan<byte> page)
    {
        var items = new List<ItemNow>();
        var row = new Row();
        foreach (var tag in HtmlTags.Of(Encoding.UTF8.GetString(page)).Take(MostTags))
        {
            var text = Text(tag.Text);
            if (StatusOf(tag, row) is { } status)
            {
                items.Add(Item(status, text, row));
                row = new Row();
            }
            else if (text.Length > 0)
            {
                row.Note(tag, text);
            }
        }

        return items;
    }

    private static ItemStatus? StatusOf(HtmlTag tag, Row row)
    {
        if (tag.Attributes.Length == 0 || tag.Name is not ("b" or "strong" or "span"))
        {
            return null;
        }

        var classes = AttributeOf(tag, "class").Split(' ');
        return classes.Contains("item-available") || classes.Contains("status-available") ? ItemStatus.Available
            : classes.Contains("item-onloan") || classes.Contains("status-on-loan") ? ItemStatus.OnLoan
            : classes.Contains("item-notforloan") || classes.Contains("status-not-loan") ? ItemStatus.NotForLoan
            : row.IsOfTable ? StatusOfColour(AttributeOf(tag, "style"), tag.Text)
            : null;
    }

    private static ItemStatus? StatusOfColour(string style, string text) =>
        !Colour().IsMatch(style) ? null
        : !Red().IsMatch(style) ? ItemStatus.Available
        : ToldDate.Find(text) is null ? ItemStatus.NotForLoan
        : ItemStatus.OnLoan;

    /// <summary>A missing item reads as one that is not for loan; the name of its status tells.</summary>
    private static ItemNow Item(ItemStatus status, string text, Row row) => new(
        status == ItemStatus.NotForLoan && RowHoldings.FindStatus(text[(text.LastIndexOf('-') + 1)..]) == ItemStatus.Missing ? ItemStatus.Missing : status,
        status == ItemStatus.OnLoan ? ToldDate.Find(text) : null,
        StatusReply.Short(row.Barcode),
        StatusReply.Short(row.CallNumber));

    private static string Text(string markup) => markup.AsSpan().ContainsAnyExcept(" \t\r\n") ? WebUtility.HtmlDecode(markup).Trim() : "";

    private static string AttributeOf(HtmlTag tag, string name)
    {
        foreach (Match attribute in Attribute().Matches(tag.Attributes))
        {
            if (attribute.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return attribute.Groups["value"].Value.ToLowerInvariant();
            }
        }

        return "";
    }

    [GeneratedRegex("""\s(?<name>[A-Za-z-]+)=(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'>]+))""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();

    [GeneratedRegex("(?:^|[;\\s])(?:background-)?color\\s*:", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Colour();

    [GeneratedRegex("(?:^|[;\\s])(?:background-color\\s*:\\s*(?:#f00|#ff0000|red)|color\\s*:\\s*red)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Red();

    /// <summary>What the page said since the item before: SLiMS 9 has the call number in "small" and the barcode last, SLiMS 8 a cell for each.</summary>
    private sealed class Row
    {
        public bool IsOfTable { get; private set; }

        public string? Barcode { get; private set; }

        public string? CallNumber { get; private set; }

        public void Note(HtmlTag tag, string text)
        {
            if (tag.Attributes.Contains("biblio-item-code", StringComparison.Ordinal))
            {
                (IsOfTable, Barcode, CallNumber) = (true, text, null);
            }
            else if (tag.Attributes.Contains("biblio-call-number", StringComparison.Ordinal) || (tag.Name == "small" && !IsOfTable))
            {
                CallNumber = text;
            }
            else if (!IsOfTable && tag.Name == "div")
            {
                Barcode = text;
            }
        }
    }
}
