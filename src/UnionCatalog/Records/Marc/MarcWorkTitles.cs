using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Marc;

/// <summary>The uniform and original titles of a work (MARC 130, 240, 246, 534, 765, 7xx $t, notes).</summary>
internal static partial class MarcWorkTitles
{
    private static readonly string[] Tags = ["130", "240", "246", "534", "700", "710", "711", "730", "765"];

    public static IReadOnlyList<WorkTitle> Read(MarcRecord record, IReadOnlyList<string> notes) =>
        WorkTitleTexts.Join(record.Fields(Tags).Select(Read).OfType<WorkTitle>(), notes);

    private static WorkTitle? Read(MarcDataField field) => field.Tag switch
    {
        "130" => Uniform(field, WorkTitleKind.MainEntry),
        "240" => Uniform(field, WorkTitleKind.Uniform),
        "246" => WorkTitleTexts.IsIntroduction(field['i']) ? Title(field, "abnp", WorkTitleKind.Original) : null,
        "534" => Title(field, "t", WorkTitleKind.Original),
        "765" => Title(field, field['s'] is null ? "t" : "s", WorkTitleKind.Original),
        // An added entry with a title says what the title is to this one (RDA, appendix J: "Translation of (work)").
        "730" => WorkTitleTexts.IsIntroduction(field['i']) ? Title(field, "anp", WorkTitleKind.Original) : null,
        _ => WorkTitleTexts.IsIntroduction(field['i']) ? Title(field, "tnp", WorkTitleKind.Original) : null,
    };

    /// <summary>A selection is filed under the same words as every other selection, so that title names no one work.</summary>
    private static WorkTitle? Uniform(MarcDataField field, WorkTitleKind kind) =>
        field.All('k').Any(form => Selection().IsMatch(form)) ? null : Title(field, "anp", kind);

    private static WorkTitle? Title(MarcDataField field, string codes, WorkTitleKind kind)
    {
        var parts = field.All(codes.AsSpan()).Select(Isbd.StripBrackets).OfType<string>().ToList();
        return parts.Count == 0 ? null : new WorkTitle(string.Join(". ", parts), kind);
    }

    [GeneratedRegex("^(?:selections?|pilihan|petikan|kutipan)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Selection();
}
