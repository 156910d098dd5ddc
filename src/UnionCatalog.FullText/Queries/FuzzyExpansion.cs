using System.Text;

namespace UnionCatalog.FullText.Queries;

/// <summary>
/// Terms that are a few edits away. An automaton reads the dictionary: its state after so many characters of a term is the row of
/// least edits against each start of the word looked for, of which only the few around the diagonal can matter. Terms that share a
/// start share its states, and a start from which nothing can be reached is leapt over.
/// </summary>
internal sealed class FuzzyExpansion : Expansion
{
    /// <summary>Terms passed one by one before the dictionary is asked to leap.</summary>
    private const int Patience = 8;

    private readonly int[] _word;
    private readonly int _edits;
    private readonly int _width;
    private readonly byte[] _prefix;

    /// <summary>Rows, one for each number of characters read, each as wide as the band around the diagonal.</summary>
    private readonly byte[] _rows;
    private readonly int[] _characters;
    private readonly byte[] _dead;
    private int _count;
    private bool _isThere;

    /// <param name="word">The word looked for.</param>
    /// <param name="edits">The most edits.</param>
    /// <param name="samePrefix">How many characters at the start must be the same.</param>
    public FuzzyExpansion(string word, int edits, int samePrefix)
    {
        _word = [.. word.EnumerateRunes().Select(rune => rune.Value)];
        (_edits, _width) = (edits, (2 * edits) + 1);
        _prefix = Encode(string.Concat(word.EnumerateRunes().Take(samePrefix)));
        // Beyond the word's length and the edits nothing can be reached: no more characters are read than those and one.
        var depth = _word.Length + edits + 1;
        (_rows, _characters, _dead) = (new byte[(depth + 1) * _width], new int[depth], new byte[(depth * 4) + 1]);
        for (var place = 0; place < _width; place++)
        {
            var at = place - edits;
            _rows[place] = (byte)(at < 0 || at > _word.Length ? edits + 1 : Math.Min(at, edits + 1));
        }
    }

    public override bool MoveNext(out int rank)
    {
        rank = 0;
        while (_isThere || MoveToNextTerm())
        {
            _isThere = false;
            if (!Terms.Term.StartsWith(_prefix))
            {
                return false;
            }

            var dead = Read(Terms.Term);
            if (dead < 0)
            {
                rank = Distance();
                if (rank <= _edits)
                {
                    return true;
                }
            }
            else if (!Leap(dead))
            {
                return false;
            }
        }

        return false;
    }

    protected override void Begin()
    {
        _count = 0;
        _isThere = Terms.SeekTo(Reader, _prefix);
    }

    /// <summary>Reads a term, from where it differs from the one before.</summary>
    /// <returns>-1; or how many bytes it took until nothing can be reached any more.</returns>
    private int Read(ReadOnlySpan<byte> term)
    {
        var (at, count) = (0, 0);
        var isSame = true;
        while (at < term.Length)
        {
            Rune.DecodeFromUtf8(term[at..], out var rune, out var length);
            at += length;
            if (isSame && count < _count && _characters[count] == rune.Value)
            {
                count++;
                continue;
            }

            isSame = false;
            if (!Step(count++, rune.Value))
            {
                _count = count - 1;
                return at;
            }
        }

        _count = count;
        return -1;
    }

    /// <summary>Reads one character.</summary>
    /// <param name="before">How many were read before.</param>
    /// <param name="character">The character.</param>
    /// <returns>Whether the word can still be reached.</returns>
    private bool Step(int before, int character)
    {
        _characters[before] = character;
        var depth = before + 1;
        var row = _rows.AsSpan(depth * _width, _width);
        var above = _rows.AsSpan(before * _width, _width);
        var secondAbove = _rows.AsSpan(Math.Max(before - 1, 0) * _width, _width);
        var best = _edits + 1;
        for (var place = 0; place < _width; place++)
        {
            var at = depth + place - _edits;
            var least = _edits + 1;
            if (at >= 0 && at <= _word.Length)
            {
                if (place + 1 < _width)
                {
                    least = Math.Min(least, above[place + 1] + 1);
                }

                if (place > 0)
                {
                    least = Math.Min(least, row[place - 1] + 1);
                }

                if (at > 0)
                {
                    least = Math.Min(least, above[place] + (_word[at - 1] == character ? 0 : 1));
                }

                if (at > 1 && depth > 1 && _word[at - 2] == character && _word[at - 1] == _characters[depth - 2])
                {
                    least = Math.Min(least, secondAbove[place] + 1);
                }
            }

            row[place] = (byte)least;
            best = Math.Min(best, least);
        }

        return best <= _edits;
    }

    private int Distance()
    {
        var place = _word.Length - _count + _edits;
        return place >= 0 && place < _width ? _rows[(_count * _width) + place] : _edits + 1;
    }

    /// <summary>Leaps over all terms with the start that is dead.</summary>
    /// <returns>Whether there is a term behind them.</returns>
    private bool Leap(int length)
    {
        Terms.Term[..length].CopyTo(_dead);
        for (var passed = 0; passed < Patience; passed++)
        {
            if (!MoveToNextTerm())
            {
                return false;
            }

            if (!Terms.Term.StartsWith(_dead.AsSpan(0, length)))
            {
                return _isThere = true;
            }
        }

        // No byte of UTF-8 is 255: so this stands behind every term with the start, and before every other.
        _dead[length] = 255;
        return _isThere = Terms.SeekTo(Reader, _dead.AsSpan(0, length + 1));
    }
}
