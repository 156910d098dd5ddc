using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace UnionCatalog.Server.Pages;

/// <summary>A file that pages refer to. Its address changes with its content, so browsers may keep it for a year.</summary>
internal sealed partial class Asset
{
    private const string Css = "text/css; charset=utf-8";

    private readonly byte[] _content;
    private readonly string _type;

    private Asset(string name, string type, params IReadOnlyList<string> parts)
    {
        _content = [.. parts.SelectMany(part => type == Css ? ReadLean(part) : Read(part))];
        _type = type;
        Path = "/" + name;
        Address = $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(_content))[..8]}";
    }

    /// <summary>What the page of results looks like, and of every page its frame. A phone on a slow line begins with this alone.</summary>
    public static Asset StyleSheet { get; } = new("style.css", Css, "Pages.Style.base", "Pages.Style.search", "Pages.Style.near");

    /// <summary>What the first page has besides.</summary>
    public static Asset HomeStyle { get; } = new("front.css", Css, "Pages.Style.home");

    /// <summary>What the other pages have besides.</summary>
    public static Asset FurtherStyle { get; } = new("more.css", Css, [.. Parts("Style").Where(part => part is not ("Pages.Style.base" or "Pages.Style.search" or "Pages.Style.near" or "Pages.Style.home"))]);

    /// <summary>What scripts add; every page is whole without it.</summary>
    public static Asset Script { get; } = new("script.js", "text/javascript; charset=utf-8", [.. Parts("Script")]);

    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml", "Pages.icon.svg");

    /// <summary>Where it is served.</summary>
    public string Path { get; }

    /// <summary>How pages refer to it.</summary>
    public string Address { get; }

    public IResult Serve(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(_content, _type);
    }

    private static IEnumerable<string> Parts(string folder) =>
        typeof(Asset).Assembly.GetManifestResourceNames().Where(name => name.StartsWith($"Pages.{folder}.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>A style sheet without its comments and the white space that stands for nothing.</summary>
    private static byte[] ReadLean(string resource)
    {
        var style = Comment().Replace(Encoding.UTF8.GetString(Read(resource)), "");
        return Encoding.UTF8.GetBytes(Idle().Replace(style, "$1$2$3").Trim());
    }

    // What is between quotes is passed over; a blank before a colon parts two selectors.
    [GeneratedRegex(@"(""[^""]*""|'[^']*')|\s*([{};,])\s*|(:)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Idle();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    private static byte[] Read(string resource)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
