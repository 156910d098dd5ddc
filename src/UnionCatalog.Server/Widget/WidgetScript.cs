using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace UnionCatalog.Server.Widget;

/// <summary>
/// The widget's file as other catalogues' pages refer to it. Its version is in its address, so that browsers keep it for a year, and
/// a page that was pasted years ago still finds what it names: a version that was given out is never taken back.
/// </summary>
internal static partial class WidgetScript
{
    /// <summary>The address that the page for librarians gives out.</summary>
    public const string Newest = Folder + "/v1.js";

    private const string Folder = "/widget";

    private static readonly Dictionary<string, (byte[] Content, EntityTagHeaderValue Tag)> Versions = typeof(WidgetScript).Assembly.GetManifestResourceNames()
        .Where(name => Resource().IsMatch(name))
        .ToDictionary(name => $"{Folder}/{name["Widget.".Length..]}.js", Read);

    /// <summary>The address of each version.</summary>
    public static IReadOnlyCollection<string> Addresses => Versions.Keys;

    public static IResult Serve(HttpContext http)
    {
        var (content, tag) = Versions[http.Request.Path.Value!.ToLowerInvariant()];
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(content, "text/javascript; charset=utf-8", entityTag: tag);
    }

    private static (byte[] Content, EntityTagHeaderValue Tag) Read(string resource)
    {
        using var stream = typeof(WidgetScript).Assembly.GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return (copy.ToArray(), Tag(copy.ToArray()));
    }

    /// <summary>A weak one: compressed or not, it is the same answer (RFC 9110, section 8.8.1).</summary>
    public static EntityTagHeaderValue Tag(ReadOnlySpan<byte> content) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"", isWeak: true);

    [GeneratedRegex(@"^Widget\.v[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Resource();
}
