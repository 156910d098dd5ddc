using System.Text.RegularExpressions;

namespace UnionCatalog.Records.Text;

/// <summary>Tells addresses from other text, and what they lead to by the way library systems build them.</summary>
internal static partial class WebAddress
{
    // Longer than any browser follows.
    private const int LongestAddress = 4_000;

    /// <summary>An absolute http or https address; null for anything else, "javascript:" and relative ones included.</summary>
    public static Uri? Find(string? text) =>
        text is { Length: <= LongestAddress }
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Length > 0
            ? address
            : null;

    /// <summary>The first address of a cover; null where there is none.</summary>
    public static Uri? FindCover(IEnumerable<string> texts) => texts.Select(Find).FirstOrDefault(a => a is not null && !IsPlaceholder(a));

    /// <summary>Whether the address is a picture's, or of a program that makes a small one (SLiMS).</summary>
    public static bool IsPicture(Uri address) => Picture().IsMatch(address.PathAndQuery);

    /// <summary>Whether the picture is the one that SLiMS shows where a record has none.</summary>
    public static bool IsPlaceholder(Uri picture) => picture.AbsolutePath.Contains("/images/default/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A link to the address, its kind guessed from its form.</summary>
    public static RecordLink ToLink(Uri address, string? label = null) => new(address, label, address.PathAndQuery switch
    {
        var path when FullText().IsMatch(path) => RecordLinkKind.FullText,
        var path when CatalogPage().IsMatch(path) => RecordLinkKind.CatalogPage,
        _ => RecordLinkKind.Other,
    });

    [GeneratedRegex(@"\.(?:jpe?g|png|gif|webp|bmp)(?:$|[?&#])|createthumb", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex(@"\.(?:pdf|epub|docx?|mp3|mp4)(?:$|[?&#])|show_stream|fstream", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FullText();

    [GeneratedRegex(@"show_detail|opac|biblionumber=|[/?&_-]detail|/record/", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CatalogPage();
}
