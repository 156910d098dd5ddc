namespace UnionCatalog.Tests.FullText;

/// <summary>Seeded text, from likely to absurd: words of many scripts, what stands between them, any character, half pairs.</summary>
internal sealed class RandomText(int seed)
{
    private static readonly string[] Pieces =
    [
        "laskar", "Pelangi", "UNDANG", "undang", "memperbaiki", "buku-bukunya", "e", "book", "2", "1998", "Qur", "ān", "É", "e\u0301", "ﬁ", "ß", "½", "ﷺ", "№",
        "日", "本", "語", "人", "人", "の", "カ", "ガ", "ｶﾞ", "ー", "𠮷", "葛\U000E0100", "ไ", "ท", "ย", "ภา", "กี่", "한", "국", "हि", "न्दी", "ꦲꦏ꧀ꦱꦫ", "القُرآن", "שָׁלוֹם",
        " ", " ", " ", "-", "-", "'", "’", "ʻ", "·", "\u00AD", "\u200D", ".", ",", ":", "_", "/", "\"", "\t", "\u3000", "😀", "\ud800", "\udc00", "\u0301", "\u20DD",
    ];

    private static readonly string[] Characters = ["日", "本", "語", "人", "人", "人", "の", "カ", "ガ", "ー", "𠮷", "ไ", "ท", "ย", "กี่"];

    private readonly Random _random = new(seed);

    /// <summary>Whether no surrogate stands alone.</summary>
    public static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text as something that any terminal can show.</summary>
    public static string Show(string text) => string.Concat(text.Select(unit => unit is > ' ' and < '\u007f' ? unit.ToString() : $"\\u{(int)unit:x4}"));

    /// <summary>Any text, up to 12 pieces.</summary>
    public string Any() => string.Concat(Enumerable.Range(0, _random.Next(13)).Select(_ => Piece()));

    /// <summary>One to seven characters of scripts without spaces.</summary>
    public IReadOnlyList<string> Unspaced() => [.. Enumerable.Range(0, _random.Next(1, 8)).Select(_ => Characters[_random.Next(Characters.Length)])];

    /// <summary>One of these.</summary>
    public T One<T>(IReadOnlyList<T> among) => among[_random.Next(among.Count)];

    private string Piece() => _random.Next(20) switch
    {
        0 => ((char)_random.Next(0x10000)).ToString(),
        1 => char.ConvertFromUtf32(_random.Next(0x10000, 0x30000)),
        2 when _random.Next(40) == 0 => new string('w', _random.Next(400)),
        _ => One(Pieces),
    };
}
