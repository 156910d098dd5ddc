using System.Text;

namespace UnionCatalog.FullText.Analysis;

/// <summary>
/// One pass over a text by <see cref="TextAnalyzer"/>'s rules. Characters are folded into a buffer one by one, so where they
/// stand in the text is always known.
/// </summary>
internal ref struct WordScan(ITokenSink tokens, Span<char> buffer)
{
    /// <summary>The joined words so far, and one more.</summary>
    public const int BufferSize = 2 * IndexLimits.TermLength;

    /// <summary>A character and its marks; more marks than fit are left out.</summary>
    private const int CharacterLength = IndexLimits.TermLength / 2;

    private readonly Span<char> _buffer = buffer;
    private State _state;
    private int _position;

    /// <summary>How much of the buffer is in use.</summary>
    private int _length;

    /// <summary>Where the open word or character starts, in the buffer and in the text, and where it ends in the text.</summary>
    private int _from;
    private int _start;
    private int _end;

    /// <summary>Words joined by hyphens: how many are whole, where the first starts, whether they may be one word.</summary>
    private int _joined;
    private int _joinedStart;
    private bool _isJoinable;
    private bool _hasLetter;
    private bool _isCut;

    /// <summary>The character before the open one: how many of a run are whole, where it stands in the text, whether the last two are the same.</summary>
    private int _run;
    private int _previousStart;
    private int _previousEnd;
    private bool _isRepeated;

    private enum State
    {
        Between,
        AfterHyphen,
        Word,
        Run,
    }

    /// <summary>Gives all terms of the text.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[3];
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsAscii(text[at]))
            {
                ReadAscii(text, ref at);
                continue;
            }

            var value = CharacterTable.Read(text, at, out var width);
            var entry = CharacterTable.Of(value);
            if (entry.Kind <= CharacterEntryKind.Other)
            {
                Take(entry.Class, entry.Single(value), at, at + width);
            }
            else
            {
                foreach (var rune in entry.Folded(value, folded).EnumerateRunes())
                {
                    Take(CharacterTable.Of(rune.Value).Class, rune.Value, at, at + width);
                }
            }

            at += width;
        }

        End();
    }

    /// <summary>Most of what catalogues hold: letters and digits up to the next character that is something else.</summary>
    private void ReadAscii(ReadOnlySpan<char> text, scoped ref int at)
    {
        var unit = text[at];
        if (!char.IsAsciiLetterOrDigit(unit))
        {
            Take(CharacterTable.Of(unit).Class, unit, at, at + 1);
            at++;
            return;
        }

        if (_state != State.Word)
        {
            Begin(at);
        }

        var room = _isCut ? _length : _from + IndexLimits.TermLength;
        var length = _length;
        do
        {
            if (length < room)
            {
                // Lower case, and the same digit.
                _buffer[length++] = (char)(unit | 0x20);
            }
            else
            {
                _isCut = true;
            }

            _hasLetter |= unit > '9';
        }
        while (++at < text.Length && char.IsAsciiLetterOrDigit(unit = text[at]));

        _length = length;
        _end = at;
    }

    private void Take(CharacterClass @class, int value, int start, int end)
    {
        switch (@class)
        {
            case CharacterClass.Letter or CharacterClass.Digit:
                if (_state != State.Word)
                {
                    Begin(start);
                }

                _hasLetter |= @class == CharacterClass.Letter;
                Append(value, IndexLimits.TermLength, end);
                break;
            case CharacterClass.Unspaced:
                BeginCharacter(start);
                Append(value, CharacterLength, end);
                break;
            case CharacterClass.Mark when _state >= State.Word:
                Append(value, _state == State.Word ? IndexLimits.TermLength : CharacterLength, end);
                break;
            case CharacterClass.Dropped when _state >= State.Word:
                _end = end;
                break;
            case CharacterClass.Hyphen when _state == State.Word:
                EndWord();
                _state = State.AfterHyphen;
                break;
            case CharacterClass.Hyphen or CharacterClass.Space or CharacterClass.Separator:
                End();
                break;
        }
    }

    private void Append(int value, int most, int end)
    {
        _end = end;
        var units = value > char.MaxValue ? 2 : 1;
        _isCut |= _length - _from + units > most;
        if (!_isCut)
        {
            _length += new Rune(value).EncodeToUtf16(_buffer[_length..]);
        }
    }

    private void Begin(int start)
    {
        if (_state == State.AfterHyphen && _length <= IndexLimits.TermLength)
        {
            _from = _length;
        }
        else
        {
            // What is too long to be one word is none, nor are the rest of its parts.
            var isTooLong = _state == State.AfterHyphen;
            End();
            _from = _length = 0;
            _joined = 0;
            _joinedStart = start;
            _isJoinable = !isTooLong;
            _hasLetter = false;
        }

        _state = State.Word;
        _start = start;
        _isCut = false;
    }

    private void EndWord()
    {
        tokens.Add(_buffer[_from.._length], _position++, _start, _end - _start);
        _joined++;
    }

    /// <summary>Ends whatever is open.</summary>
    private void End()
    {
        if (_state == State.Run)
        {
            EndRun();
        }
        else if (_state != State.Between)
        {
            if (_state == State.Word)
            {
                EndWord();
            }

            if (_joined > 1 && _isJoinable && _hasLetter && _length <= IndexLimits.TermLength && !IsDoubled())
            {
                tokens.Add(_buffer[.._length], _position - 1, _joinedStart, _end - _joinedStart);
            }
        }

        _state = State.Between;
    }

    /// <summary>"undang-undang", "kupu-kupunya", "berlari-lari".</summary>
    private readonly bool IsDoubled()
    {
        ReadOnlySpan<char> first = _buffer[.._from];
        ReadOnlySpan<char> second = _buffer[_from.._length];
        return _joined == 2 && (second.StartsWith(first) || first.EndsWith(second));
    }

    private void BeginCharacter(int start)
    {
        if (_state == State.Run)
        {
            EndCharacter();
        }
        else
        {
            End();
            _state = State.Run;
            _run = _length = 0;
        }

        _from = _length;
        _start = start;
        _isCut = false;
    }

    /// <summary>The buffer holds the character before, if there is one, and this one.</summary>
    private void EndCharacter()
    {
        var character = _buffer[_from.._length];
        if (_run > 0)
        {
            var previous = _buffer[.._from];
            tokens.Add(_buffer[.._length], _position, _previousStart, _end - _previousStart);
            tokens.Add(previous, _position++, _previousStart, _previousEnd - _previousStart);
            _isRepeated = character.SequenceEqual(previous);
            character.CopyTo(_buffer);
        }

        _length = character.Length;
        (_previousStart, _previousEnd) = (_start, _end);
        _run++;
    }

    private void EndRun()
    {
        EndCharacter();
        if (_run == 1)
        {
            tokens.Add(_buffer[.._length], _position++, _start, _end - _start);
        }
        else if (!_isRepeated)
        {
            tokens.Add(_buffer[.._length], _position - 1, _start, _end - _start);
        }
    }
}
