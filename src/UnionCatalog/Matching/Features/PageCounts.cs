using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Features;

/// <summary>The pages of the main sequence, and with the roman preliminaries, which some libraries count in.</summary>
/// <param name="Main">The pages of the main sequence.</param>
/// <param name="WithPreliminaries">The same number where there are no preliminaries.</param>
internal sealed partial record PageCounts(int Main, int WithPreliminaries)
{
    /// <summary>Reads an extent; null when it names no pages.</summary>
    public static PageCounts? Read(Extent? extent)
    {
        if (extent?.Pages is not { } pages)
        {
            return null;
        }

        var match = Preliminaries().Match(extent.Text);
        var before = match.Success ? NumberWord.Read(match.Groups[1].Value.ToLowerInvariant()) : null;
        return new PageCounts(pages, pages + (before is null ? 0 : int.Parse(before, CultureInfo.InvariantCulture)));
    }

    /// <inheritdoc/>
    public override string ToString() => Main == WithPreliminaries ? $"{Main}" : $"{WithPreliminaries - Main}+{Main}";

    /// <summary>How many pages lie between the two, by the way of counting that brings them closest.</summary>
    public int Distance(PageCounts other) => Main != WithPreliminaries && other.Main != other.WithPreliminaries ? Math.Abs(Main - other.Main) : Math.Min(
        Math.Min(Math.Abs(Main - other.Main), Math.Abs(WithPreliminaries - other.WithPreliminaries)),
        Math.Min(Math.Abs(Main - other.WithPreliminaries), Math.Abs(WithPreliminaries - other.Main)));

    [GeneratedRegex(@"^\s*\[?([ivxl]+)\]?\s*[,+]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Preliminaries();
}
