using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Text;

/// <summary>Reads places and publishers as catalogues write them.</summary>
internal static partial class ImprintText
{
    /// <summary>The text; null where it only says that the place or the publisher is not known.</summary>
    public static string? Stated(string? text) => text is null || NotStated().IsMatch(text) ? null : text;

    /// <summary>
    /// "[S.l.]" and "[s.n.]" (sine loco, sine nomine), "[t.t.]" and "[t.p.]" (tanpa tempat, tanpa penerbit), in whatever
    /// brackets, and what RDA writes for them.
    /// </summary>
    [GeneratedRegex(
        @"^[\[(]?(?:s\. ?[ln]\.?|t\. ?[tp]\.?|(?:place of publication|publisher)? ?not identified|tanpa (?:tempat|nama|penerbit))[\])]?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NotStated();
}
