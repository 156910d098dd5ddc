using System.Buffers.Text;
using System.Text;

namespace UnionCatalog.Search.Browsing;

/// <summary>The place of a heading as an address has it: what it is filed by, in base64url.</summary>
internal static class BrowseCursor
{
    /// <summary>A key, and the sign that stands behind one.</summary>
    private const int Longest = BrowseTerm.KeyLength + 1;

    private const int LongestWritten = Longest * 6;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Write(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    /// <exception cref="InvalidSearchException">No list gave this.</exception>
    public static string Read(string cursor)
    {
        try
        {
            if (cursor.Length is > 0 and <= LongestWritten && Strict.GetString(Base64Url.DecodeFromChars(cursor)) is { Length: <= Longest } key)
            {
                return key;
            }
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            // Whoever asks is told below.
        }

        throw new InvalidSearchException("cursor", "cursor: expected is one that a page of the list gave.", SearchFault.UnknownCursor);
    }
}
