using System.Text;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Queries;

/// <summary>
/// Terms that are a few edits away. Their letters tell nearly all others apart from them; what is left is read: after so many characters
/// of a term stands the row of least edits against each start of the word looked for, of which only the few around the diagonal can
/// matter. Terms that share a start share its rows.
/// </summary>
internal sealed class FuzzyExpansion : Expansion
{
    private readonly int[] _word;
    private readonly int _edits;
    private readonly int _width;
    private readonly byte[] _prefix;

    /// <summary>Rows, one for each number of characters read, each as wide as the band around the diagonal.</summary>
    private readonly byte[] _rows;
    private readonly int[] _characters;

    /// <summary>The bytes that were read, and after so many characters how many.</summary>
    private readonly byte[] _read;
    private readonly int[] _ends;
    private readonly uint _mark;
    private int _count;
    private int _next;
    private int _end;

    /// <param name="word">The word looked for.</param>
    /// <param name="edits">The most edits.</param>
    /// <param name="samePrefix">How many characters at the start must be the same.</param>
    public FuzzyExpansion(string word, int edits, int samePrefix)
    {
        _word = [.. word.EnumerateRunes().Select(rune => rune.Value)];
        (_edits, _width, _mark) = (edits, (2 * edits) + 1, LetterMarks.Of(Encode(word)));
        _prefix = Encode(string.Concat(word.EnumerateRunes().Take(samePrefix)));
        // Beyond the word's length and the edits nothing can be reached: no more characters are read than those and one.
        var depth = _word.Length + edits + 1;
        (_rows, _characters) = (new byte[(depth + 1) * _width], new int[depth]);
        (_read, _ends) = (new byte[depth * 4], new int[depth + 1]);
        for (var place = 0; place < _width; place++)
        {
            var at = place - edits;
            _rows[place] = (byte)(at < 0 || at > _word.Length ? edits + 1 : Math.Min(at, edits + 1));
        }
    }

    public override bool MoveNext(out int rank)
    {
        var letters = Reader.Letters;
        for (_next = letters.Next(_next, _end, _mark, _edits); _next < _end; _next = letters.Next(_next, _end, _mark, _edits))
        {
            MoveTo(_next++);
            if (Terms.Term.StartsWith(_prefix) && Read(Terms.Term) && Distance() is var distance && distance <= _edits)
            {
                rank = distance;
                return true;
            }
        }

        rank = 0;
        return false;
    }

    protected override void Begin()
    {
        _count = 0;
        // No byte of UTF-8 is 255: so what begins so stands before that, and all else before or behind.
        _next = Math.Max(0, Reader.BlockOf(_prefix)) * TermDictionaryWriter.BlockSize;
        _end = Math.Min((Reader.BlockOf([.. _prefix, 255]) + 1) * TermDictionaryWriter.BlockSize, Reader.Letters.Count);
    }

    /// <summary>Reads a term, from where it differs from the one before.</summary>
    /// <returns>Whether the word can still be reached.</returns>
    private bool Read(ReadOnlySpan<byte> term)
    {
        var same = term.CommonPrefixLength(_read.AsSpan(0, _ends[_count]));
        while (_ends[_count] > same)
        {
            _count--;
        }

        for (var at = _ends[_count]; at < term.Length; at = _ends[++_count])
        {
            var (character, length) = ((int)term[at], 1);
            if (character >= 0x80)
            {
                Rune.DecodeFromUtf8(term[at..], out var rune, out length);
                character = rune.Value;
            }

            if (!Step(_count, character))
            {
                return false;
            }

            term.Slice(at, length).CopyTo(_read.AsSpan(at));
            _ends[_count + 1] = at + length;
        }

        return true;
    }

    /// <summary>Reads one character.</summary>
    /// <param name="before">How many were read before.</param>
    /// <param name="character">The character.</param>
    /// <returns>Whether the word can still be reached.</returns>
    private bool Step(int before, int character)
    {
        _characters[before] = character;
        var (word, far, depth) = (_word, _edits + 1, before + 1);
        var row = _rows.AsSpan(depth * _width, _width);
        var above = _rows.AsSpan(before * _width, _width);
        var secondAbove = _rows.AsSpan(Math.Max(before - 1, 0) * _width, _width);
        var last = before > 0 ? _characters[before - 1] : -1;
        var best = far;
        for (var place = 0; place < row.Length; place++)
        {
            var at = depth + place - _edits;
            if (at < 0 || at > word.Length)
            {
                row[place] = (byte)far;
                continue;
            }

            var least = place + 1 < above.Length ? above[place + 1] + 1 : far;
            least = Math.Min(least, place > 0 ? row[place - 1] + 1 : far);
            if (at > 0)
            {
                least = Math.Min(least, above[place] + (word[at - 1] == character ? 0 : 1));
                if (at > 1 && word[at - 2] == character && word[at - 1] == last)
                {
                    least = Math.Min(least, secondAbove[place] + 1);
                }
            }

            least = Math.Min(least, far);
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
}
