using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Features;

/// <summary>How many volumes an extent names: "2 v.", "3 jilid".</summary>
internal static partial class VolumeCount
{
    private const int LongestText = 200;

    /// <summary>The number; 0 when it names none, -1 for "v." alone, which says several.</summary>
    public static int Read(Extent? extent)
    {
        if (extent is null || extent.Text.Length > LongestText || Volumes().Match(extent.Text) is not { Success: true } match)
        {
            return 0;
        }

        return match.Groups["count"].Success ? int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) : -1;
    }

    [GeneratedRegex(
        @"(?:(?<![0-9.,])(?<count>[0-9]{1,3})\s*(?:v|bd)|(?:(?<![0-9.,])(?<count>[0-9]{1,3})\s*|^\s*)(?:vols?|volumes?|jil|jilid|jld|juz|mujallad\p{L}*|مجلد\p{L}*)|^\s*(?:v\.|v(?=\s*(?:[:;]|$))))(?!\p{L})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Volumes();
}
