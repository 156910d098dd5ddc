namespace UnionCatalog.Server.Pages;

/// <summary>Texts for places without markup, where nothing keeps a change of direction to itself: attributes, a window's title, feeds.</summary>
internal static class Directions
{
    /// <summary>The text without what changes its direction (U+202A to U+202E, U+2066 to U+2069).</summary>
    public static string Without(string text) => text.Any(Turns) ? string.Concat(text.Where(letter => !Turns(letter))) : text;

    private static bool Turns(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
