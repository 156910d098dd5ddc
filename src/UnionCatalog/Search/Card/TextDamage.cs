namespace UnionCatalog.Search.Card;

/// <summary>Tells what happened to a text on its way through careless systems.</summary>
internal static class TextDamage
{
    private const int LongestEntity = 10;

    /// <summary>1 where damage begins at this place; else 0.</summary>
    public static int At(string text, int at, int length) => text[at] switch
    {
        '?' => at > 0 && at + 1 < length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]) ? 1
            : at + 1 < length && text[at + 1] == '?' ? 1
            : 0,
        '&' => IsEntity(text, at + 1, length) ? 1 : 0,
        '<' => at + 1 < length && (text[at + 1] == '/' || char.IsAsciiLetter(text[at + 1])) ? 1 : 0,
        // UTF-8 that was read as Windows-1252: é is "Ã©", a dash "â€“", Arabic a row of "Ø§Ù".
        'Ã' or 'Â' or 'Ø' or 'Ù' => at + 1 < length && text[at + 1] is (>= '\u0080' and <= '\u00BF') or (>= '\u2010' and <= '\u2122') ? 1 : 0,
        'â' => at + 1 < length && text[at + 1] is '€' or '\u0080' ? 1 : 0,
        '\uFFFD' or (>= '\u0080' and <= '\u009F') => 1,
        _ => 0,
    };

    /// <summary>Whether any is found in the beginning of a text.</summary>
    public static bool IsIn(string text)
    {
        var length = Math.Min(text.Length, CardLimits.Compared);
        for (var at = 0; at < length; at++)
        {
            if (At(text, at, length) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEntity(string text, int at, int length)
    {
        var end = Math.Min(length, at + LongestEntity);
        for (var next = at; next < end; next++)
        {
            if (text[next] == ';')
            {
                return next > at + 1;
            }

            if (!char.IsAsciiLetterOrDigit(text[next]) && !(text[next] == '#' && next == at))
            {
                return false;
            }
        }

        return false;
    }
}
