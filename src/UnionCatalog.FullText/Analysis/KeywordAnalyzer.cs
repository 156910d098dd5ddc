using System.Text;

namespace UnionCatalog.FullText.Analysis;

/// <summary>
/// The whole text is one term, folded by <see cref="TextFolding"/>, with single spaces: for numbers, codes and names that are
/// matched whole. It is cut off behind <see cref="IndexLimits.TermLength"/> code units.
/// </summary>
public sealed class KeywordAnalyzer : IAnalyzer
{
    /// <summary>Counted up when the rules give other terms; the characters' table tells of itself.</summary>
    private const int Version = 2;

    /// <inheritdoc/>
    public string Identity { get; } = FormattableString.Invariant($"keyword {Version}.{CharacterTable.Fingerprint:x16}");

    /// <inheritdoc/>
    public void Analyze(ReadOnlySpan<char> text, ITokenSink tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        Span<char> term = stackalloc char[IndexLimits.TermLength];
        Span<char> folded = stackalloc char[3];
        var (length, start, end) = (0, -1, 0);
        var (isSpace, isCut) = (false, false);
        for (var at = 0; at < text.Length;)
        {
            var value = CharacterTable.Read(text, at, out var width);
            foreach (var rune in CharacterTable.Of(value).Folded(value, folded).EnumerateRunes())
            {
                if (Rune.IsWhiteSpace(rune))
                {
                    isSpace = length > 0;
                    continue;
                }

                start = start < 0 ? at : start;
                end = at + width;
                isCut |= length + (isSpace ? 1 : 0) + rune.Utf16SequenceLength > term.Length;
                if (!isCut)
                {
                    if (isSpace)
                    {
                        term[length++] = ' ';
                    }

                    length += rune.EncodeToUtf16(term[length..]);
                    isSpace = false;
                }
            }

            at += width;
        }

        if (length > 0)
        {
            tokens.Add(term[..length], 0, start, end - start);
        }
    }
}
