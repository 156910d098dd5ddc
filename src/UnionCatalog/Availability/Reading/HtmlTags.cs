namespace UnionCatalog.Availability.Reading;

/// <summary>
/// Goes through the tags of an HTML page once, from front to back (HTML standard, section 13.2.5). No tree is built: by its rules a
/// page of a megabyte can be written whose tree has a thousand million elements.
/// </summary>
internal static class HtmlTags
{
    /// <summary>Elements whose content is no markup.</summary>
    private static readonly string[] Raw = ["script", "style", "textarea", "title", "noscript", "template"];

    /// <summary>Every tag in order; what is not ended is not there.</summary>
    public static IEnumerable<HtmlTag> Of(string html)
    {
        for (var start = NextTag(html, 0); start >= 0;)
        {
            if (html.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal))
            {
                var comment = html.IndexOf("-->", start + 4, StringComparison.Ordinal);
                start = comment < 0 ? -1 : NextTag(html, comment + 3);
                continue;
            }

            var end = EndOf(html, start);
            if (end < 0)
            {
                yield break;
            }

            var (name, attributes) = Split(html[(start + 1)..end]);
            var after = Raw.Contains(name) ? EndOfRaw(html, end + 1, name) : end + 1;
            var next = after < 0 ? -1 : NextTag(html, after);
            yield return new HtmlTag(name, attributes, after < 0 ? "" : html[after..(next < 0 ? html.Length : next)]);
            start = next;
        }
    }

    /// <summary>A "&lt;" that no letter, slash or exclamation mark follows is text.</summary>
    private static int NextTag(string html, int from)
    {
        for (var at = html.IndexOf('<', from); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!')
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Where the tag's "&gt;" is: not the one inside a quoted value.</summary>
    private static int EndOf(string html, int start)
    {
        var quote = '\0';
        for (var at = start + 1; at < html.Length; at++)
        {
            var letter = html[at];
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else if (letter is '"' or '\'' && html[at - 1] is '=' or ' ')
            {
                quote = letter;
            }
            else if (letter == '>')
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Where the end tag of such an element begins.</summary>
    private static int EndOfRaw(string html, int from, string name) => html.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);

    private static (string Name, string Attributes) Split(string tag)
    {
        var length = tag.AsSpan().IndexOfAny(" \t\r\n\f");
        return length < 0 ? (tag.TrimEnd('/').ToLowerInvariant(), "") : (tag[..length].ToLowerInvariant(), tag[length..]);
    }
}
