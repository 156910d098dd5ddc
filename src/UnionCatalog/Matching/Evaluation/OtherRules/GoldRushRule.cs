using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Evaluation.OtherRules;

/// <summary>
/// The Gold Rush key of 2024: records of one key are one, transitively. What of it a <see cref="BibRecord"/> does not have
/// (245 $f, 086 $a) is empty in every key.
/// </summary>
internal sealed partial class GoldRushRule : IMatchRule
{
    private const int TitleLength = 70;
    private const int NameLength = 5;

    /// <inheritdoc/>
    public string Name => "goldrush";

    /// <inheritdoc/>
    public int[] Partition(IReadOnlyList<MeasuredRecord> records) => Groups.ByKeys(records, record => [KeyOf(record.Record)]);

    /// <summary>The key of a record.</summary>
    public static string KeyOf(BibRecord record)
    {
        var title = record.Title;
        var words = RuleText.Words(string.Join(' ', title.Proper, title.Remainder, title.PartName)).Where(word => word is not ("a" or "an" or "the"));
        return string.Join(
            '|',
            RuleText.Start(string.Concat(words), TitleLength),
            record.Year?.ToString(CultureInfo.InvariantCulture),
            FourDigits().Match(record.Extent?.Text ?? "").Value,
            Number().Match(record.Edition ?? "") is { Success: true } edition ? edition.Value : "1",
            RuleText.Start(RuleText.Joined(record.Publications.Select(publication => publication.Publisher).FirstOrDefault(name => name is not null)), NameLength),
            RuleText.RecordType(record.Format).ToString(),
            RuleText.Joined(title.PartName),
            RuleText.Joined(title.PartNumber),
            RuleText.Start(RuleText.Joined(record.Contributors.FirstOrDefault(name => name.IsMain)?.Name), NameLength),
            record.Format == ResourceFormat.Electronic ? 'e' : 'p');
    }

    [GeneratedRegex("[0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex FourDigits();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
