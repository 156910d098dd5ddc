using System.Globalization;

namespace UnionCatalog.Search.Asking.Reading;

/// <summary>
/// First pass: takes what was typed apart at blanks and quotes, with the sign and the prefix of each piece. Nothing is an error:
/// a quote that is never closed stands for nothing, and a sign or prefix before nothing is text.
/// </summary>
internal ref struct TokenScan
{
    private const string DoubleQuotes = "\"“”„‟«»‹›＂「」『』〝〞";
    private const string SingleQuotes = "'‘’‚‛";

    private readonly ReadOnlySpan<char> _text;
    private readonly bool _hasSingleQuotes;
    private int _at;

    private TokenScan(ReadOnlySpan<char> text)
    {
        _text = text;
        // An apostrophe is a letter of many names: only two and no more can be a pair of quotes.
        _hasSingleQuotes = Count(text, SingleQuotes) == 2;
    }

    /// <summary>The pieces of a text.</summary>
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var scan = new TokenScan(Plain(text));
        while (scan.Next() is { } token)
        {
            if (token.Text.Length > 0)
            {
                tokens.Add(token);
            }
        }

        return tokens;
    }

    /// <summary>Control characters are blanks; marks of writing direction and their like are nothing; an ampersand is a word.</summary>
    private static string Plain(string text)
    {
        var plain = string.Concat(text.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format)
            .Select(letter => char.IsControl(letter) ? ' ' : letter));
        return plain.Replace("&", " dan ", StringComparison.Ordinal).Replace('：', ':');
    }

    private Token? Next()
    {
        SkipBlanks();
        if (_at == _text.Length)
        {
            return null;
        }

        var isNegated = TakeSign();
        var prefix = TakePrefix();
        var field = prefix is null ? AskedField.Anywhere : Prefixes.Find(prefix)!.Value;
        return (TakeRange(field) ?? TakeText()) with { IsNegated = isNegated, Prefix = prefix, Field = field };
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private bool TakeSign()
    {
        var isSign = _text[_at] is '-' or '−' && _at + 1 < _text.Length && !char.IsWhiteSpace(_text[_at + 1]) && _text[_at + 1] is not ('-' or '−');
        _at += isSign ? 1 : 0;
        return isSign;
    }

    /// <summary>A known name, a colon, and something behind it, blanks or not.</summary>
    private string? TakePrefix()
    {
        var rest = _text[_at..];
        var colon = rest[..Math.Min(rest.Length, Prefixes.Longest + 1)].IndexOf(':');
        if (colon <= 0 || Prefixes.Find(rest[..colon].ToString()) is null || rest[(colon + 1)..].IsWhiteSpace())
        {
            return null;
        }

        _at += colon + 1;
        SkipBlanks();
        return rest[..colon].ToString();
    }

    /// <summary>In a field of numbers both ends of a range are one piece, though there are blanks between.</summary>
    private Token? TakeRange(AskedField field)
    {
        var length = field is AskedField.Year or AskedField.Class ? ValueReading.LengthOfRange(_text[_at..]) : 0;
        _at += length;
        return length == 0 ? null : new Token(_text.Slice(_at - length, length).ToString(), TokenForm.Bare);
    }

    private Token TakeText()
    {
        if (IsQuote(_at))
        {
            var isSingle = SingleQuotes.Contains(_text[_at]);
            var close = FindClose(_at + 1, isSingle);
            if (close > 0)
            {
                var quoted = _text[(_at + 1)..close].Trim().ToString();
                _at = close + 1;
                return new Token(quoted, TokenForm.Quoted);
            }

            // One that is never closed is nothing; an apostrophe is a letter.
            if (!isSingle)
            {
                _at++;
                return new Token("", TokenForm.Bare);
            }
        }

        return TakeBrackets() ?? TakeBare();
    }

    private Token? TakeBrackets()
    {
        var isBehindPrefix = _at > 0 && _text[.._at].TrimEnd() is [.., ':'];
        var close = isBehindPrefix && _text[_at] == '(' ? _text[_at..].IndexOf(')') : -1;
        if (close < 0)
        {
            return null;
        }

        var inside = _text.Slice(_at + 1, close - 1).Trim().ToString();
        _at += close + 1;
        return new Token(inside, TokenForm.Bracketed);
    }

    private Token TakeBare()
    {
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && !DoubleQuotes.Contains(_text[_at]))
        {
            _at++;
        }

        return new Token(_text[start.._at].ToString(), TokenForm.Bare);
    }

    private readonly bool IsQuote(int at) => DoubleQuotes.Contains(_text[at]) || (_hasSingleQuotes && SingleQuotes.Contains(_text[at]));

    private readonly int FindClose(int from, bool isSingle)
    {
        for (var at = from; at < _text.Length; at++)
        {
            if (isSingle
                ? SingleQuotes.Contains(_text[at]) && (at + 1 == _text.Length || char.IsWhiteSpace(_text[at + 1]))
                : DoubleQuotes.Contains(_text[at]))
            {
                return at;
            }
        }

        return -1;
    }

    private static int Count(ReadOnlySpan<char> text, string letters)
    {
        var count = 0;
        foreach (var letter in text)
        {
            count += letters.Contains(letter) ? 1 : 0;
        }

        return count;
    }
}
