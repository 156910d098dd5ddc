using System.Text;
using System.Text.RegularExpressions;

namespace UnionCatalog.Harvesting.OaiPmh.Plain;

/// <summary>A page's declaration (XML 1.0, section 2.8), as far as it says what we know already.</summary>
internal static partial class Opening
{
    private const int Longest = 200;

    /// <summary>How many bytes it has; 0 where there is none of the usual form.</summary>
    public static int Length(ReadOnlySpan<byte> page) =>
        Declaration().Match(Encoding.Latin1.GetString(page[..Math.Min(page.Length, Longest)])).Length;

    [GeneratedRegex("""^<\?xml\s+version\s*=\s*(["'])1\.0\1(?:\s+encoding\s*=\s*(["'])(?i:utf-?8)\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
