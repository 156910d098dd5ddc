using System.Security.Cryptography;

namespace UnionCatalog.Server.Pages;

/// <summary>A file that pages refer to. Its address changes with its content, so browsers may keep it for a year.</summary>
internal sealed class Asset
{
    private readonly byte[] _content;
    private readonly string _type;

    private Asset(string name, string type)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"Pages.{name}")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        _content = copy.ToArray();
        _type = type;
        Path = "/" + name;
        Address = $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(_content))[..8]}";
    }

    public static Asset StyleSheet { get; } = new("style.css", "text/css; charset=utf-8");

    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    /// <summary>Where it is served.</summary>
    public string Path { get; }

    /// <summary>How pages refer to it.</summary>
    public string Address { get; }

    public IResult Serve(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(_content, _type);
    }
}
