using System.Text;
using UnionCatalog.Benchmarks.FullText;
using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Records;

namespace UnionCatalog.Benchmarks.Load;

/// <summary>What the matching benchmark's records have no need of: a summary in some of them, and whether a copy is lent.</summary>
internal static class FurtherDetails
{
    private const int Summarised = 15;
    private const int Lent = 20;

    private static readonly IReadOnlyDictionary<string, ItemStatus> Flags = new Dictionary<string, ItemStatus> { ["q"] = ItemStatus.OnLoan };

    /// <summary>Where the records have their items, and that "q" is in those that are lent.</summary>
    public static HoldingsMapping HoldingsOf(Library library) =>
        library.Format == MetadataFormat.MarcXml ? library.Holdings with { StatusFlags = Flags } : library.Holdings;

    /// <summary>The record with them.</summary>
    /// <param name="record">The record.</param>
    /// <param name="format">Its format.</param>
    /// <param name="summary">Words for a summary.</param>
    /// <param name="dice">The chance.</param>
    public static byte[] Add(byte[] record, MetadataFormat format, Func<string> summary, ref Dice dice)
    {
        var (isSummarised, isLent) = (dice.Hits(Summarised), dice.Hits(Lent));
        if (!isSummarised && !isLent)
        {
            return record;
        }

        var text = new StringBuilder(Encoding.UTF8.GetString(record));
        if (format == MetadataFormat.OaiDc)
        {
            text.Replace("</oai_dc:dc>", isSummarised ? $"<dc:description>{summary()}</dc:description></oai_dc:dc>" : "</oai_dc:dc>");
            return Encoding.UTF8.GetBytes(text.ToString());
        }

        // The item is the last field.
        text.Replace("</datafield></record>", isLent ? "<subfield code=\"q\">1</subfield></datafield></record>" : "</datafield></record>");
        text.Replace("</leader>", isSummarised ? $"</leader><datafield tag=\"520\" ind1=\" \" ind2=\" \"><subfield code=\"a\">{summary()}</subfield></datafield>" : "</leader>");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
