namespace UnionCatalog.Harvesting.Archive;

/// <summary>Which headers of an answer are kept: all but those that may let somebody in, and none without bounds.</summary>
internal static class KeptHeaders
{
    private const int Most = 50;
    private const int Longest = 500;

    /// <summary>Words in the names of headers that have, or may have, a secret: Set-Cookie, WWW-Authenticate, X-CSRF-Token.</summary>
    private static readonly string[] Secret = ["cookie", "auth", "token", "session", "csrf", "xsrf", "key", "secret", "password"];

    public static Dictionary<string, string> Of(HttpResponseMessage response) => response.Headers.NonValidated
        .Concat(response.Content.Headers.NonValidated)
        .Where(header => !Secret.Any(word => header.Key.Contains(word, StringComparison.OrdinalIgnoreCase)))
        .DistinctBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
        .Take(Most)
        .ToDictionary(header => Short(header.Key), header => Short(header.Value.ToString()));

    private static string Short(string text) => text.Length > Longest ? text[..Longest] : text;
}
