using System.Globalization;

namespace UnionCatalog.Matching.Features;

/// <summary>
/// Takes the part numbers, kinds of school, companions and edition statements out of the words of a title, so that
/// "Matematika untuk SMA/MA kelas X" is "matematika" with the class 10.
/// </summary>
internal sealed class PartReading
{
    private readonly List<string> _words;
    private readonly List<string> _left = [];
    private readonly Dictionary<PartKind, SortedSet<string>> _parts;
    private int _at;
    private bool _afterLevel;

    private PartReading(List<string> words, Dictionary<PartKind, SortedSet<string>> parts) => (_words, _parts) = (words, parts);

    private EditionStatement Edition { get; set; } = EditionStatement.None;

    /// <summary>Reads one stretch of a title.</summary>
    /// <param name="words">Its folded words.</param>
    /// <param name="parts">Where the parts found are added.</param>
    /// <returns>The words that are left, and the edition that was named among them.</returns>
    public static (List<string> Left, EditionStatement Edition) Read(List<string> words, Dictionary<PartKind, SortedSet<string>> parts)
    {
        var reading = new PartReading(words, parts);
        while (reading._at < words.Count)
        {
            reading.ReadNext();
        }

        return (reading._left, reading.Edition);
    }

    /// <summary>Takes a bare number off the end of a title, as in "Akuntansi 2", and counts it as a volume.</summary>
    public static void TakeTrailingNumber(List<string> words, Dictionary<PartKind, SortedSet<string>> parts)
    {
        if (words.Count > 1 && NumberWord.ReadBare(words[^1]) is { } number)
        {
            words.RemoveAt(words.Count - 1);
            Add(parts, PartKind.Volume, number);
        }
    }

    private void ReadNext()
    {
        if (TakeOrdinalEdition())
        {
            return;
        }

        var afterLevel = _afterLevel;
        _afterLevel = false;
        if (afterLevel && _words[_at] is "dan" or "atau" && _at + 1 < _words.Count && Lexicon.InTitle(_words[_at + 1])?.Kind is "level-beside" or nameof(PartKind.Level))
        {
            // "SMA dan MA"
            _at++;
            _afterLevel = true;
            return;
        }

        var (entry, length) = FindPhrase();
        var taken = entry?.Kind switch
        {
            "edition" => TakeEdition(),
            "printing" => TakeNumbers(1, []),
            "level-beside" when afterLevel => TakeLevel(entry.Value, length),
            nameof(PartKind.Level) => TakeLevel(entry.Value, length),
            "Volume-named" => TakeNamed(PartKind.Volume, entry.Value, length),
            nameof(PartKind.Companion) => TakeNamed(PartKind.Companion, entry.Value, length),
            nameof(PartKind.Curriculum) => TakeNamed(PartKind.Curriculum, entry.Value, length),
            _ => entry is not null && Enum.TryParse<PartKind>(entry.Kind, out var kind) && TakeNumbered(kind, length),
        };
        if (!taken)
        {
            _left.Add(_words[_at++]);
        }
    }

    private (Lexicon.Entry? Entry, int Length) FindPhrase()
    {
        for (var length = Math.Min(Lexicon.LongestPhrase, _words.Count - _at); length > 0; length--)
        {
            if (Lexicon.InTitle(string.Join(' ', _words.GetRange(_at, length))) is { } entry)
            {
                return (entry, length);
            }
        }

        return (null, 0);
    }

    private bool TakeNumbered(PartKind kind, int length)
    {
        var numbers = new SortedSet<string>(StringComparer.Ordinal);
        if (!TakeNumbers(length, numbers))
        {
            return false;
        }

        foreach (var number in numbers)
        {
            Add(_parts, kind, number);
        }

        if (kind == PartKind.Class && _at < _words.Count && NumberWord.Read(_words[_at]) is "1" or "2")
        {
            // "kelas IX/2" is its second semester.
            Add(_parts, PartKind.Semester, NumberWord.Read(_words[_at++])!);
        }

        DropFillers();
        return true;
    }

    // Numbers that are counted up rise.
    private static bool IsAfter(string number, string word) =>
        !TryRead(number, out var next) || !TryRead(NumberWord.Read(word), out var before) || next > before;

    private static bool TryRead(string? number, out int value) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    // "kelas 4, 5, 6", "edisi ke-7", "jilid kedua".
    private bool TakeNumbers(int length, SortedSet<string> numbers)
    {
        var next = _at + length;
        if (next < _words.Count && _words[next] is "ke")
        {
            next++;
        }

        var first = next;
        while (next < _words.Count && NumberWord.Read(_words[next]) is { } number && (next == first || IsAfter(number, _words[next - 1])))
        {
            numbers.Add(number);
            next++;
        }

        _at = next > first ? next : _at;
        return next > first;
    }

    private bool TakeEdition()
    {
        var numbers = new SortedSet<string>(StringComparer.Ordinal);
        var start = _at;
        TakeNumbers(1, numbers);
        _at = _at == start ? _at + 1 : _at;
        var revised = _at < _words.Count && Lexicon.InTitle(_words[_at]) is { Kind: "revised" };
        if (numbers.Count == 0 && !revised)
        {
            _at = start;
            return false;
        }

        _at += revised ? 1 : 0;
        if (revised && numbers.Count == 0 && _at < _words.Count && EditionStatement.IsYear(_words[_at]))
        {
            numbers.Add(_words[_at++]);
        }

        Edition = new EditionStatement(numbers.Min, revised);
        return true;
    }

    // "2nd edition", "Second ed."
    private bool TakeOrdinalEdition()
    {
        if (_at + 1 >= _words.Count
            || Lexicon.InTitle(_words[_at + 1]) is not { Kind: "edition" }
            || NumberWord.ReadOrdinal(_words[_at]) is not { } number)
        {
            return false;
        }

        _at += 2;
        Edition = new EditionStatement(number, false);
        return true;
    }

    private bool TakeLevel(string level, int length)
    {
        _afterLevel = true;
        return TakeNamed(PartKind.Level, level, length);
    }

    private bool TakeNamed(PartKind kind, string value, int length)
    {
        _at += length;
        Add(_parts, kind, value);
        DropFillers();
        return true;
    }

    private void DropFillers()
    {
        while (_left.Count > 0 && Lexicon.InTitle(_left[^1]) is { Kind: "filler" })
        {
            _left.RemoveAt(_left.Count - 1);
        }
    }

    private static void Add(Dictionary<PartKind, SortedSet<string>> parts, PartKind kind, string value)
    {
        if (!parts.TryGetValue(kind, out var values))
        {
            parts[kind] = values = new SortedSet<string>(StringComparer.Ordinal);
        }

        values.Add(value);
    }
}
