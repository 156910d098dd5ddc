using System.Net;
using System.Text.RegularExpressions;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Records.Rows;

/// <summary>What a cell says, without what spreadsheet programs and hurried hands put into it.</summary>
internal static partial class RowCell
{
    /// <summary>The clean text; null for an empty cell and for what stands for one: "-", "0", "#N/A", "tidak ada".</summary>
    public static string? Read(string? cell)
    {
        if (DescriptionText.Clean(WebUtility.HtmlDecode(cell)) is not { } text)
        {
            return null;
        }

        // An apostrophe in front, and ="…" around, only tell Excel not to calculate with it.
        text = Formula().Replace(Apostrophe().Replace(text, ""), "${text}");
        return Nothing().IsMatch(text) ? null : text;
    }

    /// <summary>The parts of a cell that holds several: one a line, between semicolons, or as SLiMS writes them, "&lt;a&gt;&lt;b&gt;".</summary>
    public static IEnumerable<string> Split(string? cell)
    {
        var parts = cell is not null && Angles().Match(cell) is { Success: true } angles
            ? angles.Groups["part"].Captures.Select(part => part.Value)
            : (cell ?? "").Split([';', '\n', '\r', '|'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Select(Read).OfType<string>();
    }

    [GeneratedRegex(@"^['’`](?=[^'’`]*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Apostrophe();

    [GeneratedRegex("""^="(?<text>[^"]*)"$""", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();

    [GeneratedRegex(
        @"^(?:[\s\p{Pd}._?'""]*|0{1,2}|n/?a|null|nil|nihil|kosong|tidak ada|tdk ada|#(?:n/a|ref!|value!|name\?|div/0!|null!|num!))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^\s*(?:<(?<part>[^<>]*)>\s*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Angles();
}
